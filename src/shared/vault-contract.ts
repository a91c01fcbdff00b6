import * as v from 'valibot'
import { markText } from './freshness-mark.ts'
import { fileHandle, itemId } from './ids.ts'
import { deviceKey } from './keys-contract.ts'
import { listPage, listQuery } from './list-views.ts'
import { chosenFile, unsavedView, vaultView } from './vault-views.ts'

/** Opening, creating and keeping a vault. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const masterPassword = v.pipe(v.string(), v.maxLength(4096))
const phrase = v.pipe(v.string(), v.maxLength(1024))
const printedKey = v.pipe(v.string(), v.maxLength(256))
const words = v.pipe(v.array(v.string()), v.length(24))
/** With the vault come the rows that are drawn first: asking for them afterwards would be another way there and back. */
const opened = v.strictObject({ vault: vaultView, list: v.optional(listPage) })
const bits = v.pipe(v.number(), v.minValue(0))

export const vaultContract = {
  'vault.recent': { served: 'main', input: nothing, output: v.array(chosenFile) },
  'vault.chooseFile': { served: 'main', input: nothing, output: v.nullable(chosenFile) },
  'vault.choosePlace': {
    served: 'main',
    input: v.strictObject({ name: v.pipe(v.string(), v.maxLength(255)) }),
    output: v.nullable(chosenFile)
  },
  'vault.create': {
    served: 'main',
    input: v.strictObject({ place: fileHandle, name: v.pipe(v.string(), v.maxLength(255)), masterPassword }),
    output: v.strictObject({ vault: vaultView, recoveryPhrase: words })
  },
  /** A password is being typed: what it will be asked of may start. */
  'vault.prepare': { served: 'main', input: nothing, output: nothing },
  'vault.unlock': {
    served: 'main',
    input: v.strictObject({
      file: fileHandle,
      masterPassword,
      /** Typed from the printed sheet, on a computer whose keychain has not seen it. */
      deviceKey: v.optional(printedKey),
      /** What the list will show first. */
      first: v.optional(listQuery)
    }),
    output: opened
  },
  'vault.recover': {
    served: 'main',
    input: v.strictObject({ file: fileHandle, phrase, newMasterPassword: masterPassword }),
    output: v.strictObject({ vault: vaultView, recoveryPhrase: words })
  },
  /** Whether these can be recovery words at all, of whatever vault: BAD_RECOVERY_PHRASE. */
  'vault.checkPhrase': { served: 'main', input: v.strictObject({ phrase }), output: nothing },
  /** Goes on from a file that is older than what this device has seen. */
  'vault.acceptOlder': { served: 'main', input: v.strictObject({ masterPassword }), output: vaultView },
  'vault.lock': { served: 'main', input: nothing, output: nothing },
  /** Locks, and goes on to another vault; null is one that is yet to be made. */
  'vault.switchTo': { served: 'main', input: v.strictObject({ file: v.nullable(fileHandle) }), output: nothing },
  /** The item that was selected when the open vault was last locked, which may be gone since. */
  'vault.lastSelected': { served: 'main', input: nothing, output: v.nullable(itemId) },
  'vault.select': { served: 'main', input: v.strictObject({ item: v.nullable(itemId) }), output: nothing },
  'vault.salvage': {
    served: 'main',
    input: v.strictObject({ file: fileHandle, masterPassword }),
    output: v.nullable(
      v.strictObject({ written: chosenFile, items: v.number(), lostFrames: v.number(), lostBytes: v.number() })
    )
  },
  'vault.view': { served: 'vault', input: nothing, output: vaultView },
  'vault.changeMasterPassword': {
    served: 'vault',
    input: v.strictObject({
      current: masterPassword,
      next: masterPassword,
      /** The old phrase typed again keeps it; absent makes a new one. */
      keepPhrase: v.optional(phrase)
    }),
    output: v.strictObject({ recoveryPhrase: v.nullable(words) })
  },
  /** How many saves the disk has not taken yet. */
  'vault.unsaved': { served: 'vault', input: nothing, output: unsavedView },
  'vault.saveAgain': { served: 'vault', input: nothing, output: nothing },
  'vault.saveCopy': {
    served: 'main',
    input: nothing,
    output: v.nullable(v.strictObject({ file: chosenFile, items: v.number() }))
  },
  /** Writes the vault anew without what it has outlived; bytes before and after. */
  'vault.compact': {
    served: 'vault',
    input: nothing,
    output: v.strictObject({ before: v.number(), after: v.number() })
  },
  'vault.estimatePassword': {
    served: 'vault',
    input: v.strictObject({ password: masterPassword }),
    output: v.strictObject({ bits })
  }
} as const

export const vaultInternal = {
  'session.create': {
    input: v.strictObject({ path: v.string(), name: v.string(), masterPassword }),
    output: v.strictObject({ vault: vaultView, recoveryPhrase: words })
  },
  'session.unlock': {
    input: v.strictObject({
      path: v.string(),
      masterPassword,
      deviceKey: v.optional(deviceKey),
      mark: v.optional(markText),
      first: v.optional(listQuery)
    }),
    output: opened
  },
  'session.acceptOlder': {
    input: v.strictObject({ path: v.string(), masterPassword }),
    output: vaultView
  },
  'session.recover': {
    input: v.strictObject({ path: v.string(), phrase, newMasterPassword: masterPassword }),
    output: v.strictObject({ vault: vaultView, recoveryPhrase: words })
  },
  'session.checkPhrase': { input: v.strictObject({ phrase }), output: nothing },
  'session.saveCopy': {
    input: v.strictObject({ target: v.string() }),
    output: v.strictObject({ items: v.number() })
  },
  'session.close': { input: nothing, output: nothing },
  'session.salvage': {
    input: v.strictObject({ path: v.string(), masterPassword, target: v.string() }),
    output: v.strictObject({ items: v.number(), lostFrames: v.number(), lostBytes: v.number() })
  }
} as const
