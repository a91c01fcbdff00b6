import { compareValues } from './json.ts'
import { HISTORY_LENGTH, isAttachmentValue, keepsHistory, type Version } from './properties.ts'
import type { Stamp } from './stamp.ts'

/**
 * The fold of one item's changes: each property with its winner first and its kept history behind. Applying changes in
 * any order, grouping and repetition gives the same state. docs/FORMAT.md, "Folding".
 */
export type ItemState = {
  /** The vault's own properties fold alike, but nothing purges a vault. */
  readonly of: 'item' | 'vault'
  readonly properties: Map<string, Version[]>
  /** The greatest stamp of any change, also of one that sets nothing. */
  touched: Stamp
  purged: Version | null
  /** Groups whose details frames may hold more of this item and were not read yet. */
  sealed: readonly number[]
}

export function newItemState(of: ItemState['of'] = 'item'): ItemState {
  return { of, properties: new Map(), touched: '', purged: null, sealed: [] }
}

export function applyVersion(state: ItemState, name: string, version: Version): void {
  if (name === 'purged' && version.value !== null && state.of === 'item') purge(state, version)
  else if (state.purged === null) insert(state, name, version)
}

export function touch(state: ItemState, at: Stamp): void {
  if (state.purged === null && at > state.touched) state.touched = at
}

export function winner(state: ItemState, name: string): Version | undefined {
  return state.purged !== null && name === 'purged' ? state.purged : state.properties.get(name)?.[0]
}

export function copyState(state: ItemState): ItemState {
  const properties = new Map([...state.properties].map(([name, versions]) => [name, [...versions]]))
  return { ...state, properties }
}

/** Absorbing whatever the stamps: nothing said of the item before or after, here or elsewhere, counts any more. */
function purge(state: ItemState, version: Version): void {
  if (state.purged === null || isGreater(version, state.purged)) state.purged = version
  state.properties.clear()
  state.touched = state.purged.at
  state.sealed = []
}

function insert(state: ItemState, name: string, version: Version): void {
  const versions = state.properties.get(name)
  if (versions === undefined) state.properties.set(name, [version])
  else insertSorted(versions, version, keepsHistory(name))
}

function insertSorted(versions: Version[], version: Version, history: boolean): void {
  const found = versions.findIndex((known) => known.at <= version.at)
  const index = found === -1 ? versions.length : found
  const known = versions[index]
  if (known?.at === version.at) {
    if (compareValues(version.value, known.value) > 0) versions[index] = version
  } else if (history || index === 0) {
    versions.splice(index, 0, version)
  }
  if (versions.length > 1) trim(versions, history)
}

function trim(versions: Version[], history: boolean): void {
  if (!history) versions.length = 1
  for (let index = versions.length - 1; index > 0; index--) {
    const version = versions[index]
    if (version !== undefined && isAttachmentValue(version.value)) versions.splice(index, 1)
  }
  if (versions.length > HISTORY_LENGTH + 1) versions.length = HISTORY_LENGTH + 1
}

export function isGreater(a: Version, b: Version): boolean {
  return a.at === b.at ? compareValues(a.value, b.value) > 0 : a.at > b.at
}
