import type { Change } from '../../core/vault/change.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import type { Stamp } from '../../core/vault/stamp.ts'

/** The text of open fields and notes by item, from the details of one group; the newest of each field. */
export function detailTexts(changes: readonly Change[]): ReadonlyMap<string, string> {
  const newest = new Map<string, Map<string, { at: Stamp; text: string }>>()
  for (const { item, at, set } of changes) {
    for (const [name, value] of Object.entries(set)) {
      if (!name.startsWith('value:')) continue
      const fields = newest.get(item) ?? new Map<string, { at: Stamp; text: string }>()
      newest.set(item, fields)
      const text = typeof value === 'string' ? value : ''
      if (at > (fields.get(name)?.at ?? '')) fields.set(name, { at, text })
    }
  }
  return new Map([...newest].map(([item, fields]) => [item, [...fields.values()].map(({ text }) => text).join('\n')]))
}

/** The same of one item of which more is known, or said later, than what is still sealed of it. */
export function currentText(folded: FoldedVault, id: string, sealed: readonly Change[]): string {
  const known = [...folded.state(id).properties].flatMap(([name, [newest]]) =>
    newest === undefined ? [] : [{ item: id, at: newest.at, set: { [name]: newest.value } }]
  )
  return detailTexts([...sealed, ...known]).get(id) ?? ''
}

/** The same for an item whose details are read already. */
export function openText(folded: FoldedVault, id: string): string {
  const texts: string[] = []
  for (const [name, { value }] of folded.properties(id)) {
    if (name.startsWith('value:') && typeof value === 'string') texts.push(value)
  }
  return texts.join('\n')
}
