import * as v from 'valibot'
import { csvMapping, csvSketch, importDone, importId, importPreview } from './import-views.ts'
import { fileHandle } from './ids.ts'
import { sealedPassword } from './sealed-secret.ts'
import { chosenFile } from './vault-views.ts'

/** The part of the contract that imports need; joined into the one contract in contract.ts. */

const nothing = v.undefined()
const password = v.optional(sealedPassword)
const path = v.pipe(v.string(), v.minLength(1))
const how = { password, mapping: v.optional(csvMapping) }

export const importContract = {
  /** A file of another program, chosen in main's dialog. */
  'import.choose': { served: 'main', input: nothing, output: v.nullable(chosenFile) },
  /** Some programs keep a folder of files. */
  'import.chooseFolder': { served: 'main', input: nothing, output: v.nullable(chosenFile) },
  'import.chooseKeyFile': { served: 'main', input: nothing, output: v.nullable(chosenFile) },
  /** Reads the file and compares it with the vault; changes nothing. What waited before is dropped. */
  'import.read': {
    served: 'main',
    input: v.strictObject({ file: fileHandle, ...how, keyFile: v.optional(fileHandle) }),
    output: importPreview
  },
  /** A table with what its columns are for; null guesses. */
  'import.sketch': {
    served: 'main',
    input: v.strictObject({ file: fileHandle, mapping: v.nullable(csvMapping) }),
    output: csvSketch
  },
  'import.apply': { served: 'vault', input: v.strictObject({ import: importId }), output: importDone },
  'import.undo': { served: 'vault', input: v.strictObject({ import: importId }), output: nothing },
  'import.drop': { served: 'vault', input: v.strictObject({ import: importId }), output: nothing },
  /** Only a file that was imported can be removed, and main asks first. False: the user thought better of it. */
  'import.removeSource': { served: 'main', input: v.strictObject({ file: fileHandle }), output: v.boolean() },
  /** Null: not saved. */
  'import.saveReceipt': {
    served: 'main',
    input: v.strictObject({ text: v.pipe(v.string(), v.maxLength(2 ** 22)) }),
    output: v.nullable(chosenFile)
  }
} as const

export const importInternal = {
  'import.readFile': {
    input: v.strictObject({ path, ...how, keyFile: v.optional(path) }),
    output: importPreview
  },
  'import.sketchFile': { input: v.strictObject({ path, mapping: v.nullable(csvMapping) }), output: csvSketch }
} as const
