import { VaultError } from '../errors.ts'
import { type Change, VAULT_ITEM } from './change.ts'
import { advance, type Clock, isBehind, mergeClocks } from './clock.ts'
import type { FoldedVault } from './fold.ts'
import { applyVersion, copyState, type ItemState } from './item-state.ts'
import { oldEntries } from './journal-bound.ts'
import { isObject, type Json } from './json.ts'
import type { Version } from './properties.ts'
import { type PurgedEdit, purgedEdit } from './purged-edit.ts'
import type { Stamp } from './stamp.ts'

/** What it takes to bring one vault up to both. Nothing was changed yet. */
export type Merge = {
  /** The changes that `mine` lacks, with their own stamps: appending and applying them, in any order, is merging. */
  readonly changes: readonly Change[]
  /** Ids of the attachments that those changes name, whose chunks have to come along. */
  readonly attachments: readonly string[]
  /** The clock of the merged vault. */
  readonly clock: Clock
  /** Whether the clock says more than the changes carry, so that a checkpoint has to say it. */
  readonly needsCheckpoint: boolean
  /** What one side wrote to an item that the other side, not knowing of it, purged: gone, unless it becomes a new item. */
  readonly editsOfPurged: readonly PurgedEdit[]
}

/** Applied to a copy of each state of `other` before it is compared; seals values anew where the keys differ. */
export type TransformState = (item: string, state: ItemState) => void

export type MergeOptions = {
  readonly transform?: TransformState
  /** Takes of `other` what was read of it, where the rest cannot be read any more. */
  readonly otherInPart?: boolean
}

/**
 * Compares two copies of a vault, property by property. The same (item, property, stamp) is the same change: values are
 * never compared, since the same value sealed twice differs. All details of both must have been read, else INTERNAL.
 */
export function mergeVaults(mine: FoldedVault, other: FoldedVault, options: MergeOptions = {}): Merge {
  const { transform = () => {}, otherInPart = false } = options
  const changes: Change[] = []
  const editsOfPurged: PurgedEdit[] = []
  for (const item of [VAULT_ITEM, ...other.allIds()]) {
    const known = wholeState(mine, item)
    const theirs = otherInPart ? other.state(item) : wholeState(other, item)
    transform(item, theirs)
    changes.push(...lackedChanges(item, known, theirs))
    const edit = purgedEdit(item, { state: known, clock: mine.clock }, { state: theirs, clock: other.clock })
    if (edit !== null) editsOfPurged.push(edit)
  }
  const clock = mergeClocks(mine.clock, other.clock)
  const carried = changes.reduce((raised, { at }) => advance(raised, at), mine.clock)
  return {
    changes,
    attachments: attachmentsOf(changes),
    clock,
    needsCheckpoint: isBehind(carried, clock),
    editsOfPurged
  }
}

/** What `theirs` says of the item and would still say once it was folded into `known`. */
function lackedChanges(item: string, known: ItemState, theirs: ItemState): Change[] {
  if (theirs.purged !== null) {
    const isKnown = known.purged !== null && known.purged.at >= theirs.purged.at
    return isKnown ? [] : [{ item, at: theirs.purged.at, set: { purged: theirs.purged.value } }]
  }
  if (known.purged !== null) return []
  const sets = new Map<Stamp, [string, Json][]>()
  // A change that sets nothing still dates the item.
  if (theirs.touched > known.touched) sets.set(theirs.touched, [])
  for (const { name, version } of lackedVersions(known, theirs)) {
    const set = sets.get(version.at)
    if (set === undefined) sets.set(version.at, [[name, version.value]])
    else set.push([name, version.value])
  }
  return [...sets].map(([at, set]) => ({ item, at, set: Object.fromEntries(set) }))
}

function* lackedVersions(known: ItemState, theirs: ItemState): Iterable<{ name: string; version: Version }> {
  const both = copyState(known)
  // What the next snapshot would leave out is not lacked either: else copies would hand it to each other for ever.
  const old = known.of === 'vault' ? oldEntries(joined(known, theirs)) : NONE
  for (const [name, versions] of theirs.properties) {
    if (old.has(name)) continue
    const stamps = stampsOf(known, name)
    const unknown = versions.filter(({ at }) => !stamps.has(at))
    for (const version of unknown) applyVersion(both, name, version)
    // What would be trimmed at once, being older than the history that is kept, is not lacked.
    const kept = stampsOf(both, name)
    for (const version of unknown) if (kept.has(version.at)) yield { name, version }
  }
}

const NONE: ReadonlySet<string> = new Set()

function joined(known: ItemState, theirs: ItemState): ItemState {
  const both = copyState(known)
  for (const [name, versions] of theirs.properties) for (const version of versions) applyVersion(both, name, version)
  return both
}

function stampsOf(state: ItemState, name: string): ReadonlySet<Stamp> {
  return new Set(state.properties.get(name)?.map(({ at }) => at))
}

function wholeState(folded: FoldedVault, item: string): ItemState {
  if (folded.sealedGroups(item).length > 0) throw new VaultError('INTERNAL')
  return folded.state(item)
}

/** Ids of the attachments that the changes name. */
export function attachmentsOf(changes: readonly Change[]): string[] {
  const named = changes.flatMap(({ set }) => Object.values(set).map(attachmentId))
  return [...new Set(named.filter((id) => id !== null))]
}

function attachmentId(value: Json): string | null {
  const id = isObject(value) ? value['attachment'] : undefined
  return typeof id === 'string' ? id : null
}
