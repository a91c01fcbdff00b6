import type { BulkChange } from '../../shared/item-views.ts'
import type { ItemDetail, ItemEdit } from '../../shared/item-views.ts'
import { changeMany } from '../bulk-change.ts'
import {
  createItem,
  duplicateItem,
  editItem,
  newItemId,
  purgeItems,
  restoreItems,
  trashItems
} from '../item/change-items.ts'
import { withTypedBits } from '../strength/typed-bits.ts'
import { readItem } from './browse-items.ts'
import type { SessionContext } from './session-context.ts'

export type SaveItems = {
  create(type: string, edit: ItemEdit): Promise<ItemDetail>
  /** `expected` is the revision that the edit was made from. STALE when the item has moved on. */
  edit(id: string, expected: string, edit: ItemEdit): Promise<ItemDetail>
  duplicate(id: string): Promise<ItemDetail>
  /** One change of many items, in one save. */
  changeMany(ids: readonly string[], change: BulkChange): Promise<void>
  trash(ids: readonly string[]): Promise<void>
  restore(ids: readonly string[]): Promise<void>
  purge(ids: readonly string[]): Promise<void>
}

export function saveItems(context: SessionContext): SaveItems {
  const { save, undo, journal, opened, environment } = context
  return {
    async create(type, edit) {
      const id = newItemId()
      await undo.save('create', createItem(id, type, withTypedBits(edit, environment.strength)))
      return readItem(context, id)
    },
    async edit(id, expected, edit) {
      await undo.save('edit', editItem(id, expected, withTypedBits(edit, environment.strength)), [id])
      return readItem(context, id)
    },
    async duplicate(id) {
      const copy = newItemId()
      await undo.save('duplicate', duplicateItem(id, copy), [id])
      return readItem(context, copy)
    },
    changeMany: (ids, change) => undo.save(change.set, changeMany(ids, change)),
    trash: (ids) => undo.save('trash', trashItems(ids)),
    restore: (ids) => undo.save('restore', restoreItems(ids)),
    async purge(ids) {
      const types = ids.map((id) => opened().folded.list(id)?.type)
      await save(purgeItems(ids))
      for (const [index, item] of ids.entries()) journal.note({ act: 'purged', item }, types[index])
    }
  }
}
