import * as v from 'valibot'
import { markText } from './freshness-mark.ts'
import { fileHandle } from './ids.ts'
import { sealedPassword } from './sealed-secret.ts'
import { missingSince } from './vault-contract.ts'
import { backupView, chosenFile, foundBackup, vaultView } from './vault-views.ts'

/** Backups: made, checked, exported and restored. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const masterPassword = sealedPassword
/** What is missing from the backup is in `keptAs`, if anything was there. */
const restored = v.strictObject({ vault: vaultView, keptAs: v.nullable(v.string()), missingSince })
const words = v.pipe(v.array(v.string()), v.length(24))

export const backupContract = {
  'backup.list': { served: 'main', input: nothing, output: v.array(backupView) },
  'backup.makeNow': { served: 'main', input: nothing, output: backupView },
  'backup.export': {
    served: 'main',
    input: v.strictObject({ masterPassword, backupPassword: v.optional(masterPassword) }),
    output: v.nullable(v.strictObject({ file: chosenFile, recoveryPhrase: words, items: v.number() }))
  },
  'backup.check': {
    served: 'main',
    input: v.strictObject({ password: masterPassword, file: fileHandle }),
    output: v.strictObject({ items: v.number(), changedAt: v.nullable(v.number()), vaultName: v.string() })
  },
  'backup.restore': {
    served: 'main',
    input: v.strictObject({ file: fileHandle, password: masterPassword }),
    output: v.nullable(restored)
  },
  'backup.forDamaged': { served: 'main', input: v.strictObject({ file: fileHandle }), output: v.array(backupView) }
} as const

export const backupInternal = {
  'backup.write': {
    input: v.strictObject({ target: v.string(), masterPassword, backupPassword: v.optional(masterPassword) }),
    output: v.strictObject({ recoveryPhrase: words, items: v.number() })
  },
  'backup.inspect': {
    input: v.strictObject({ path: v.string(), password: masterPassword }),
    output: v.strictObject({ items: v.number(), changedAt: v.nullable(v.number()), vaultName: v.string() })
  },
  'backup.putBack': {
    input: v.strictObject({
      backup: v.string(),
      target: v.string(),
      password: masterPassword,
      mark: v.optional(markText)
    }),
    output: restored
  },
  'backup.found': { input: nothing, output: v.array(foundBackup) },
  'backup.make': { input: nothing, output: foundBackup },
  'backup.foundFor': { input: v.strictObject({ path: v.string() }), output: v.array(foundBackup) }
} as const
