import { VaultError } from '../errors.ts'
import { type Change, decodeDetails } from './change.ts'
import { applyVersion, isGreater, type ItemState, newItemState, touch, winner } from './item-state.ts'
import { type ItemTable } from './item-entries.ts'
import {
  addMembers,
  addSealed,
  dropRows,
  isMember,
  memberIds,
  openItem,
  ownState,
  readItem,
  sealedGroups
} from './item-table.ts'
import { isListProperty, type Version } from './properties.ts'

/** Whether the change purged the item. */
export function applyToItem(table: ItemTable, change: Change, group: number | null): boolean {
  const state = ownState(table, change.item)
  const wasPurged = state.purged !== null
  applySet(state, change)
  if (state.purged !== null) dropRows(table, change.item)
  if (group !== null) {
    addSealed(state, group)
    addMembers(table, [table.ids.find(change.item)], group)
  }
  return !wasPurged && state.purged !== null
}

export function addDetails(
  table: ItemTable,
  group: number,
  bodies: readonly Uint8Array[],
  only?: ReadonlySet<string>
): void {
  const changes = bodies.flatMap((body) => decodeDetails(body, only))
  for (const change of changes) checkDetails(table, change, group)
  const isSealed = (id: string) => sealedGroups(table, id).includes(group)
  for (const change of changes) if (isSealed(change.item)) applySet(openItem(table, change.item), change)
  for (const id of only ?? memberIds(table, group)) {
    if (!isSealed(id)) continue
    const state = openItem(table, id)
    state.sealed = state.sealed.filter((sealed) => sealed !== group)
  }
}

/** Details that changed the list would make it wrong until somebody happened to open that item. */
function checkDetails(table: ItemTable, change: Change, group: number): void {
  const state = readItem(table, change.item)
  if (state === undefined || !isMember(table, change.item, group)) throw new VaultError('VAULT_DAMAGED', { group })
  for (const [name, value] of Object.entries(change.set)) {
    if (!isListProperty(name) || state.purged !== null) continue
    const known = winner(state, name)
    if (known === undefined || isGreater({ at: change.at, value }, known))
      throw new VaultError('VAULT_DAMAGED', { group })
  }
}

export function wholeItem(table: ItemTable, id: string): ItemState {
  const state = readItem(table, id) ?? newItemState()
  if (state.sealed.length > 0) throw new VaultError('INTERNAL')
  return state
}

export function applySet(state: ItemState, change: Change): void {
  touch(state, change.at)
  for (const [name, value] of Object.entries(change.set)) applyVersion(state, name, { at: change.at, value })
}

export function winners(state: ItemState): ReadonlyMap<string, Version> {
  const all = new Map<string, Version>()
  if (state.purged !== null) all.set('purged', state.purged)
  for (const [name, [version]] of state.properties) if (version !== undefined) all.set(name, version)
  return all
}
