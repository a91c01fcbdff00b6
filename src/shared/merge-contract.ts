import * as v from 'valibot'
import { fieldKey, mergeChoice, mergeSummary, openedCopy, takenBack } from './merge-views.ts'
import { fileHandle, itemId } from './ids.ts'
import { sealedPassword } from './sealed-secret.ts'
import { chosenFile } from './vault-views.ts'

/** The part of the contract for copies of a vault that met; joined into the one contract in contract.ts. */

const nothing = v.undefined()
const masterPassword = sealedPassword
const changedAt = v.pipe(v.number(), v.integer())

export const mergeContract = {
  /** Copies beside the open vault that bring something. */
  'merge.found': { served: 'main', input: nothing, output: v.array(v.strictObject({ file: chosenFile, changedAt })) },
  'merge.open': {
    served: 'main',
    input: v.strictObject({ file: fileHandle, masterPassword: v.optional(masterPassword) }),
    output: openedCopy
  },
  'merge.reveal': {
    served: 'vault',
    input: v.strictObject({ item: v.nullable(itemId), field: fieldKey, side: v.picklist(['mine', 'other']) }),
    output: v.strictObject({ value: v.string() })
  },
  'merge.apply': {
    served: 'vault',
    input: v.strictObject({ choices: v.pipe(v.array(mergeChoice), v.maxLength(100_000)) }),
    output: mergeSummary
  },
  /** The last merge, as one step. */
  'merge.takeBack': { served: 'vault', input: nothing, output: takenBack },
  'merge.close': { served: 'vault', input: nothing, output: nothing }
} as const

export const internalMergeContract = {
  'merge.foundPaths': { input: nothing, output: v.array(v.strictObject({ path: v.string(), changedAt })) },
  'merge.openPath': {
    input: v.strictObject({ path: v.string(), masterPassword: v.optional(masterPassword) }),
    output: openedCopy
  }
} as const
