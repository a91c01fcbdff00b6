import type { Change } from './change.ts'
import type { Clock } from './clock.ts'
import type { ItemState } from './item-state.ts'
import type { Json } from './json.ts'
import type { Version } from './properties.ts'
import { hasSeen } from './difference.ts'
import type { Stamp } from './stamp.ts'

/** An item that was purged on one side and edited on the other. */
export type PurgedEdit = {
  readonly item: string
  /** The side that still has the item as it is below. */
  readonly on: 'mine' | 'other'
  readonly purged: Version
  /** Everything of the item, so that a new one can be made of it. */
  readonly state: ItemState
  /** What the purging side had never seen, newest first. */
  readonly unseen: readonly { readonly name: string; readonly version: Version }[]
}

type Side = { readonly state: ItemState; readonly clock: Clock }

/**
 * The edit that purging would lose without anybody having decided so, or null. A vault has seen every change up to its
 * clock, device by device: who purged after seeing the last edit meant to lose it, and is not asked again.
 */
export function purgedEdit(item: string, mine: Side, other: Side): PurgedEdit | null {
  const on = mine.state.purged === null ? 'mine' : 'other'
  const [live, gone] = on === 'mine' ? [mine, other] : [other, mine]
  const purged = gone.state.purged
  if (purged === null || live.state.purged !== null) return null
  const unseen = versions(live.state).filter(({ version }) => !hasSeen(gone.clock, version.at))
  return unseen.length === 0 ? null : { item, on, purged, state: live.state, unseen }
}

/**
 * The change that makes a new item of it, under a new id. `carry` gives the value at its new place: a concealed one is
 * sealed for its item, stamp and property, and has to be sealed anew for these.
 */
export function newItemFrom(
  { state }: PurgedEdit,
  item: string,
  at: Stamp,
  carry: (name: string, version: Version) => Json
): Change {
  const set: [string, Json][] = []
  for (const [name, [version]] of state.properties) {
    if (version === undefined || version.value === null || LEFT_BEHIND.test(name)) continue
    set.push([name, carry(name, version)])
  }
  return { item, at, set: Object.fromEntries(set) }
}

/** Drafts are of the old item, and a new one is in nobody's trash. */
const LEFT_BEHIND = /^(?:draft:.*|trashedAt|purged)$/

function versions({ properties }: ItemState): { name: string; version: Version }[] {
  const all = [...properties].flatMap(([name, known]) => known.map((version) => ({ name, version })))
  return all.sort((a, b) => (a.version.at > b.version.at ? -1 : 1))
}
