import type { Change } from '../core/vault/change.ts'
import { isSealed, openValue, sealValue } from '../core/vault/concealed.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import type { Json } from '../core/vault/json.ts'
import type { Version } from '../core/vault/properties.ts'
import type { Stamp } from '../core/vault/stamp.ts'
import type { BuildChanges } from './item/change-items.ts'
import type { OpenedVault } from './opened-vault.ts'

/** One property that a save wrote over: what it was, and the stamp of the value that stands there instead. */
export type Overwritten = {
  readonly item: string
  readonly name: string
  readonly before: Version | null
  readonly at: Stamp
}

/** All that a save takes to be taken back. Concealed values in it are sealed as they were, under the keys of then. */
export type Inverse = { readonly created: readonly string[]; readonly values: readonly Overwritten[] }

/** Computed from the folded state before the save; `changes` are those of one save. Purging has no inverse. */
export function inverseOf(folded: FoldedVault, changes: readonly Change[]): Inverse {
  const created = new Set<string>()
  const values: Overwritten[] = []
  for (const { item, at, set } of changes) {
    if ('purged' in set) continue
    if (!folded.has(item)) created.add(item)
    else values.push(...overwrittenIn(folded, item, { at, names: Object.keys(set) }))
  }
  return { created: [...created], values }
}

function overwrittenIn(
  folded: FoldedVault,
  item: string,
  { at, names }: { readonly at: Stamp; readonly names: readonly string[] }
): Overwritten[] {
  const { properties } = folded.state(item)
  return names.map((name) => ({ item, name, before: properties.get(name)?.[0] ?? null, at }))
}

/**
 * Puts back what the inverse knows. A property that has changed again since is left as it is, and so is a purged item:
 * taking back one's own step must not take anything from anybody else. What was created goes to the trash.
 */
export function takeBack({ created, values }: Inverse): BuildChanges {
  return (opened, at, now) => {
    const { folded } = opened
    const sets = new Map<string, Record<string, Json>>()
    for (const item of created) if (folded.has(item)) sets.set(item, { trashedAt: now })
    for (const value of values) {
      if (!stillStands(folded, value)) continue
      const set = sets.get(value.item) ?? {}
      set[value.name] = beforeAt(opened, value, at)
      sets.set(value.item, set)
    }
    return [...sets].map(([item, set]) => ({ item, at, set }))
  }
}

const stillStands = (folded: FoldedVault, { item, name, at }: Overwritten): boolean =>
  folded.has(item) && folded.state(item).properties.get(name)?.[0]?.at === at

/** A sealed value is bound to its stamp, so it is opened, alone, and sealed for the new one. */
function beforeAt({ scope }: OpenedVault, { item, name, before }: Overwritten, at: Stamp): Json {
  if (before === null || !isSealed(before.value)) return before?.value ?? null
  return sealValue(scope, { item, at, name }, openValue(scope, { item, at: before.at, name }, before.value))
}

/** Two steps, the earlier first, as one. */
export function joinInverses(earlier: Inverse, later: Inverse): Inverse {
  const created = [...new Set([...earlier.created, ...later.created])]
  const values = new Map(earlier.values.map((value) => [keyOf(value), value]))
  for (const value of later.values) {
    const known = values.get(keyOf(value))
    values.set(keyOf(value), known === undefined ? value : { ...known, at: value.at })
  }
  return { created, values: [...values.values()].filter(({ item }) => !created.includes(item)) }
}

/** After values were put back under a new stamp, steps that had written those very values know them by the new one. */
export function renewStamps(inverse: Inverse, putBack: readonly Overwritten[], at: Stamp): Inverse {
  const moved = new Map(putBack.flatMap((value) => (value.before === null ? [] : [[keyOf(value), value.before.at]])))
  const values = inverse.values.map((value) => (moved.get(keyOf(value)) === value.at ? { ...value, at } : value))
  return { ...inverse, values }
}

const keyOf = ({ item, name }: Overwritten): string => `${item} ${name}`
