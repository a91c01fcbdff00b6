import { VaultError } from '../core/errors.ts'
import type { Change } from '../core/vault/change.ts'
import type { Json } from '../core/vault/json.ts'
import type { ListProperties } from '../core/vault/list-properties.ts'
import type { BulkChange } from '../shared/item-views.ts'
import type { BuildChanges } from './item/change-items.ts'

/** One change of many items in one save. Items that it would not change are left out: their date stays what it is. */
export function changeMany(items: readonly string[], change: BulkChange): BuildChanges {
  return ({ folded }, at) =>
    [...new Set(items)].flatMap((item): Change[] => {
      const list = folded.list(item)
      if (list === undefined || list.purged) throw new VaultError('ITEM_NOT_FOUND')
      const set = setOf(list, change)
      return Object.keys(set).length === 0 ? [] : [{ item, at, set }]
    })
}

function setOf({ favorite, tags }: ListProperties, change: BulkChange): Record<string, Json> {
  if (change.set === 'favorite') return change.favorite === favorite ? {} : { favorite: change.favorite }
  const add = change.add.map((tag) => tag.trim()).filter((tag) => tag !== '' && !tags.includes(tag))
  const remove = change.remove.filter((tag) => tags.includes(tag))
  const set: Record<string, Json> = {}
  for (const tag of add) set[`tag:${tag}`] = true
  for (const tag of remove) set[`tag:${tag}`] = null
  return set
}
