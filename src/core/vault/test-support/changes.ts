import fc from 'fast-check'
import { type Change, encodeChanges } from '../change.ts'
import { createFoldedVault, type FoldedVault } from '../fold.ts'
import type { Json } from '../json.ts'
import { type SnapshotGroup, snapshotGroups } from '../snapshot.ts'

/** Few items, stamps and properties, so that runs meet, tie, supersede and purge each other all the time. */
export const ITEMS = [1, 2, 3].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`)

export const anyStamp = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('aaaaaaaa', 'bbbbbbbb'))
  .map(([time, device]) => `${time.toString(16).padStart(12, '0')}0000${device}`)

export const anyText = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'ü', '\u{1F600}', '\uFFFD'),
  fc.string({ unit: 'grapheme', maxLength: 6 })
)

const attachment: Json = {
  attachment: '0'.repeat(32),
  name: 'a',
  size: 1,
  mediaType: 't',
  sha256: '0'.repeat(64),
  chunks: 1
}
export const anyValue: fc.Arbitrary<Json> = fc.oneof(
  anyText,
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    2 ** 53 - 1,
    attachment,
    [1, 'x'],
    { sealed: 'AAAA' },
    { fingerprint: 'AA==', bits: 7 }
  )
)

export const anyName = fc.constantFrom(
  'type',
  'title',
  'subtitle',
  'favorite',
  'trashedAt',
  'tag:work',
  'tag:__proto__',
  'url:url',
  'url:url-2',
  'check:password',
  'value:password',
  'value:notes',
  'field:x',
  'draft:aaaaaaaa',
  `journal:${'0'.repeat(23)}1`,
  '__proto__',
  'constructor',
  'unknown'
)

const anySet = (names: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(fc.tuple(names, anyValue), { selector: ([name]) => name, maxLength: 4 })
    .map((set) => Object.fromEntries(set))

export const anyChange: fc.Arbitrary<Change> = fc.record({
  item: fc.constantFrom(...ITEMS, 'vault'),
  at: anyStamp,
  set: fc.oneof({ weight: 12, arbitrary: anySet(anyName) }, { weight: 1, arbitrary: fc.constant({ purged: true }) })
})
export const anyChanges = fc.array(anyChange, { maxLength: 60 })

/** As the format promises: one (item, property, stamp) never has two contents. */
export const honestChanges = anyChanges.map((changes) => {
  const known = new Map<string, Json>()
  return changes.map((change) => ({
    ...change,
    set: Object.fromEntries(
      Object.entries(change.set).map(([name, value]) => {
        const key = `${change.item} ${change.at} ${name}`
        if (!known.has(key)) known.set(key, value)
        return [name, known.get(key) ?? null]
      })
    )
  }))
})

export function fold(...parts: readonly (readonly Change[])[]): FoldedVault {
  const folded = createFoldedVault()
  for (const change of parts.flat()) folded.apply(change)
  return folded
}

/** Everything that can be read from a folded vault, as plain data. */
export function contents(folded: FoldedVault): unknown {
  const item = (id: string) => {
    const { properties, touched, purged } = folded.state(id)
    const sorted = [...properties].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      id,
      touched: id === 'vault' ? null : touched,
      purged,
      properties: sorted,
      list: id === 'vault' ? null : folded.list(id)
    }
  }
  return { items: ['vault', ...[...folded.allIds()].sort()].map(item), clock: { ...folded.clock }, size: folded.size }
}

/** A snapshot of the vault folded anew, as after compacting and opening the file: details still sealed. */
export async function reopened(
  folded: FoldedVault
): Promise<{ copy: FoldedVault; details: Uint8Array[][]; items: number; changes: number }> {
  const copy = createFoldedVault()
  const details: Uint8Array[][] = []
  let [items, changes] = [0, 0]
  const none = async () => []
  for await (const group of snapshotGroups(folded, none)) {
    addGroup(copy, group, details.length)
    details.push([...group.details])
    items += group.items
    changes += group.changes
  }
  copy.raiseClock(folded.clock)
  return { copy, details, items, changes }
}

/** As opening a file adds it: the rest of its columns stays sealed. */
export function addGroup(folded: FoldedVault, { columns, more }: SnapshotGroup, group: number): void {
  if (more === null) folded.addGroup(columns, group)
  else folded.addGroup(columns, group, () => more)
}

export function openAll(folded: FoldedVault, details: readonly (readonly Uint8Array[])[]): void {
  for (const [group, bodies] of details.entries()) folded.addDetails(group, bodies)
}

export function body(...changes: Change[]): Uint8Array {
  return encodeChanges(changes)
}
