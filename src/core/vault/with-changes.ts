import { type Change, VAULT_ITEM } from './change.ts'
import { advance } from './clock.ts'
import type { FoldedVault } from './fold.ts'
import { applyVersion, type ItemState, touch } from './item-state.ts'

/**
 * What a fold is with some changes more, to be written somewhere: the fold itself stays as it is. Good until the fold
 * changes.
 */
export function withChanges(folded: FoldedVault, changes: readonly Change[]): FoldedVault {
  const byItem = new Map<string, Change[]>()
  for (const change of changes) byItem.set(change.item, [...(byItem.get(change.item) ?? []), change])
  const state = (id: string): ItemState => applied(folded.state(id), byItem.get(id) ?? [])
  const added = [...byItem.keys()].filter((id) => id !== VAULT_ITEM && !folded.has(id) && !folded.isPurged(id))
  const purged = [...byItem.keys()].filter((id) => folded.has(id) && state(id).purged !== null)
  return {
    ...folded,
    size: folded.size + added.filter((id) => state(id).purged === null).length - purged.length,
    itemCount: folded.itemCount + added.length,
    clock: changes.reduce((clock, { at }) => advance(clock, at), folded.clock),
    *allIds() {
      yield* folded.allIds()
      yield* added
    },
    state
  }
}

function applied(state: ItemState, changes: readonly Change[]): ItemState {
  for (const { at, set } of changes) {
    touch(state, at)
    for (const [name, value] of Object.entries(set)) applyVersion(state, name, { at, value })
  }
  return state
}
