import type { ItemDetail, ItemEdit } from '../../shared/views.ts'
import {
  createItem,
  duplicateItem,
  editItem,
  newItemId,
  purgeItems,
  restoreItems,
  trashItems
} from '../item/change-items.ts'
import { readItem } from './browse-items.ts'
import type { SessionContext } from './session-context.ts'

export type SaveItems = {
  create(type: string, edit: ItemEdit): Promise<ItemDetail>
  /** `expected` is the revision that the edit was made from. STALE when the item has moved on. */
  edit(id: string, expected: string, edit: ItemEdit): Promise<ItemDetail>
  duplicate(id: string): Promise<ItemDetail>
  trash(ids: readonly string[]): Promise<void>
  restore(ids: readonly string[]): Promise<void>
  purge(ids: readonly string[]): Promise<void>
}

export function saveItems(context: SessionContext): SaveItems {
  const { save } = context
  return {
    async create(type, edit) {
      const id = newItemId()
      await save(createItem(id, type, edit))
      return readItem(context, id)
    },
    async edit(id, expected, edit) {
      await save(editItem(id, expected, edit), [id])
      return readItem(context, id)
    },
    async duplicate(id) {
      const copy = newItemId()
      await save(duplicateItem(id, copy), [id])
      return readItem(context, copy)
    },
    trash: (ids) => save(trashItems(ids)),
    restore: (ids) => save(restoreItems(ids)),
    purge: (ids) => save(purgeItems(ids))
  }
}
