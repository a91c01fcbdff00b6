import * as v from 'valibot'
import { comparedItem, fieldKey } from './merge-views.ts'
import { itemId } from './ids.ts'

/** What may cross of the difference between a backup and now. In what is compared, `mine` is now and `other` is then. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const differentItem = v.strictObject({
  id: itemId,
  type: v.string(),
  title: v.string(),
  /** `new` since then; `gone`: purged since. */
  is: v.picklist(['changed', 'trashed', 'new', 'gone']),
  fields: v.array(v.strictObject({ field: fieldKey, label: v.string() }))
})
export type DifferentItem = v.InferOutput<typeof differentItem>

export const backupDifference = v.strictObject({ items: v.array(differentItem), same: count })
export type BackupDifference = v.InferOutput<typeof backupDifference>

export const openedBackup = v.variant('status', [
  v.strictObject({ status: v.literal('needsPassword') }),
  v.strictObject({ status: v.literal('open'), difference: backupDifference })
])
export type OpenedBackup = v.InferOutput<typeof openedBackup>

export const itemThenAndNow = comparedItem
/** The difference after something was given back; `item` is where it is now. */
export const restored = v.strictObject({ difference: backupDifference, item: v.nullable(itemId) })
export type Restored = v.InferOutput<typeof restored>
