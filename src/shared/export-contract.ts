import * as v from 'valibot'
import { exportFormat, exportOutcome, exportSeal } from './export-views.ts'
import { sealedPassword } from './sealed-secret.ts'
import { chosenFile } from './vault-views.ts'

/** The part of the contract that exports need; joined into the one contract in contract.ts. */

const masterPassword = sealedPassword
const request = { format: exportFormat, seal: exportSeal, masterPassword }

export const exportContract = {
  /** Main asks where to write. Null: the user thought better of it. */
  'export.write': {
    served: 'main',
    input: v.strictObject(request),
    output: v.nullable(v.strictObject({ file: chosenFile, ...exportOutcome.entries }))
  }
} as const

export const exportInternal = {
  'export.writeFile': {
    input: v.strictObject({ target: v.pipe(v.string(), v.minLength(1)), ...request }),
    output: exportOutcome
  }
} as const
