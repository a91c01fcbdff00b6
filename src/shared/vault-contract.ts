import * as v from 'valibot'
import { markText } from './freshness-mark.ts'
import { fileHandle, itemId } from './ids.ts'
import { deviceKey } from './keys-contract.ts'
import { listPage, listQuery } from './list-views.ts'
import { publicKey, sealedPassword, sealedPhrase } from './sealed-secret.ts'
import { judged, wordsBeside } from './strength-views.ts'
import { chosenFile, unsavedView, vaultView } from './vault-views.ts'

/** Opening, creating and keeping a vault. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const masterPassword = sealedPassword
const phrase = sealedPhrase
const printedKey = v.pipe(v.string(), v.maxLength(256))
const words = v.pipe(v.array(v.string()), v.length(24))
/** With the vault come the rows that are drawn first: asking for them afterwards would be another way there and back. */
const opened = v.strictObject({ vault: vaultView, list: v.optional(listPage) })
/** Goes on from a file that is older than what this device has seen; else that is VAULT_ROLLED_BACK. */
const acceptOlder = v.optional(v.boolean())
/** Milliseconds since 1970 from which on this device has seen saves that are not there; null where none is missing. */
export const missingSince = v.nullable(v.number())
const salvaged = { items: v.number(), lostFrames: v.number(), lostBytes: v.number(), unread: v.number(), missingSince }
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
  /** A password is being typed: the process that it will be asked of starts, and gives the key to seal it with. */
  'vault.prepare': { served: 'main', input: nothing, output: v.strictObject({ key: publicKey }) },
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
    input: v.strictObject({ file: fileHandle, phrase, newMasterPassword: masterPassword, acceptOlder }),
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
    output: v.nullable(v.strictObject({ written: chosenFile, ...salvaged }))
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
  /** The quick estimate of a password that is being typed, for the vault or for an item. */
  'vault.estimatePassword': {
    served: 'vault',
    input: v.strictObject({ password: masterPassword }),
    output: v.strictObject({ bits })
  },
  /** The thorough one. Null: a newer question came first, or nobody could judge it in time. */
  'vault.judgePassword': {
    served: 'vault',
    input: v.strictObject({ password: masterPassword, beside: wordsBeside }),
    output: v.nullable(judged)
  }
} as const

export const vaultInternal = {
  'session.sealingKey': { input: nothing, output: v.strictObject({ key: publicKey }) },
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
    input: v.strictObject({
      path: v.string(),
      phrase,
      newMasterPassword: masterPassword,
      acceptOlder,
      mark: v.optional(markText)
    }),
    output: v.strictObject({ vault: vaultView, recoveryPhrase: words })
  },
  'session.checkPhrase': { input: v.strictObject({ phrase }), output: nothing },
  'session.saveCopy': {
    input: v.strictObject({ target: v.string() }),
    output: v.strictObject({ items: v.number() })
  },
  'session.close': { input: nothing, output: nothing },
  'session.salvage': {
    input: v.strictObject({ path: v.string(), masterPassword, target: v.string(), mark: v.optional(markText) }),
    output: v.strictObject(salvaged)
  }
} as const
