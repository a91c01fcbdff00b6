import * as v from 'valibot'
import { fieldKey } from './merge-views.ts'
import { itemThenAndNow, openedBackup, restored } from './time-views.ts'
import { sealedPassword } from './sealed-secret.ts'
import { fileHandle, itemId } from './ids.ts'

/** The part of the contract for a backup that is looked at beside now; joined into the one contract in contract.ts. */

const nothing = v.undefined()
const masterPassword = v.optional(sealedPassword)
const item = v.strictObject({ item: itemId })

export const timeContract = {
  'time.open': { served: 'main', input: v.strictObject({ file: fileHandle, masterPassword }), output: openedBackup },
  'time.item': { served: 'vault', input: item, output: itemThenAndNow },
  'time.reveal': {
    served: 'vault',
    input: v.strictObject({ item: itemId, field: fieldKey, side: v.picklist(['mine', 'other']) }),
    output: v.strictObject({ value: v.string() })
  },
  'time.restoreField': { served: 'vault', input: v.strictObject({ item: itemId, field: fieldKey }), output: restored },
  'time.restoreItem': { served: 'vault', input: item, output: restored },
  /** After a backup of now. */
  'time.restoreEverything': { served: 'vault', input: nothing, output: restored },
  'time.close': { served: 'vault', input: nothing, output: nothing }
} as const

export const internalTimeContract = {
  'time.openPath': { input: v.strictObject({ path: v.string(), masterPassword }), output: openedBackup }
} as const
