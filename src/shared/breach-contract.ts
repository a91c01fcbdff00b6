import * as v from 'valibot'
import { breachResult, breachTrouble, rangeLine, rangePrefix } from './breach-views.ts'
import { fileHandle } from './ids.ts'
import { chosenFile } from './vault-views.ts'

/** The check against known breaches. Part of the one contract in contract.ts. */

const nothing = v.undefined()

export const breachContract = {
  /** The downloaded list of passwords from breaches, chosen in main's dialog: one file, or a folder of ranges. */
  'breach.chooseFile': { served: 'main', input: nothing, output: v.nullable(chosenFile) },
  'breach.chooseFolder': { served: 'main', input: nothing, output: v.nullable(chosenFile) },
  /** Opens the passwords of the vault, one at a time, and looks for each. NOT_A_BREACH_LIST, READ_ONLY. */
  'breach.checkFile': { served: 'main', input: v.strictObject({ file: fileHandle }), output: breachResult },
  /** Asks the service by ranges of hashes. Refused where the user has not switched that on. NETWORK, READ_ONLY. */
  'breach.checkOnline': { served: 'main', input: nothing, output: breachResult }
} as const

export const breachInternal = {
  'breach.checkPath': {
    input: v.strictObject({ path: v.pipe(v.string(), v.minLength(1)) }),
    output: breachResult
  },
  /** Opens the passwords and keeps their hashes until the end; each range once, in no order. */
  'breach.begin': { input: nothing, output: v.strictObject({ prefixes: v.array(rangePrefix) }) },
  'breach.answer': {
    input: v.strictObject({ prefix: rangePrefix, range: v.pipe(v.array(rangeLine), v.maxLength(10_000)) }),
    output: nothing
  },
  /** Keeps what was found, and forgets the hashes. */
  'breach.end': { input: v.strictObject({ trouble: v.nullable(breachTrouble) }), output: breachResult }
} as const
