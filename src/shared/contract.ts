import * as v from 'valibot'
import { dailyContract, dailyInternal } from './daily-contract.ts'
import { exportContract, exportInternal } from './export-contract.ts'
import { shareContract, shareInternal } from './share-contract.ts'
import { importContract, importInternal } from './import-contract.ts'
import { markText } from './freshness-mark.ts'
import { internalMergeContract, mergeContract } from './merge-contract.ts'
import { internalTimeContract, timeContract } from './time-contract.ts'
import {
  attachmentPreview,
  backupView,
  characterOptions,
  chosenFile,
  diceRolls,
  fieldId,
  fileHandle,
  foundBackup,
  generatedPassphrase,
  generatedPassword,
  greyImage,
  itemDetail,
  itemEdit,
  itemId,
  itemTemplate,
  itemType,
  listPage,
  listQuery,
  oneTimeCode,
  passphraseOptions,
  revision,
  settings,
  sidebarCounts,
  vaultView,
  wordListId
} from './views.ts'

/**
 * The one door between the page and everything else. The handlers in main and in the vault process, the preload, the
 * page's client and the tests' fakes are all derived from this object; a method is one line here, and the compiler
 * then asks for its handler. Inputs and outputs are parsed, both ways, with strict schemas.
 */

const nothing = v.undefined()
const secret = (longest: number) => v.pipe(v.string(), v.maxLength(longest))
const masterPassword = secret(4096)
const phrase = secret(1024)
const printedKey = secret(256)
const deviceKeyId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const deviceKey = v.strictObject({ id: deviceKeyId, text: printedKey })
const words = v.pipe(v.array(v.string()), v.length(24))
const ids = v.pipe(v.array(itemId), v.maxLength(100_000))
const field = v.strictObject({ item: itemId, field: fieldId })
const bits = v.pipe(v.number(), v.minValue(0))
/** Long work has one name; a new run of the same work replaces the old one's progress. */
export const jobName = v.picklist([
  'unlock',
  'create',
  'rekey',
  'export',
  'restore',
  'salvage',
  'backup',
  'calibrate',
  'saveCopy',
  'compact',
  'merge',
  'attach',
  'saveAttachment',
  'import'
])
export type JobName = v.InferOutput<typeof jobName>

const appState = v.variant('status', [
  v.strictObject({ status: v.literal('noVault') }),
  v.strictObject({ status: v.literal('locked'), vault: chosenFile }),
  v.strictObject({ status: v.literal('unlocked'), vault: vaultView })
])

export const contract = {
  'app.state': { served: 'main', input: nothing, output: appState },
  'app.settings': { served: 'main', input: nothing, output: settings },
  'app.changeSettings': { served: 'main', input: settings, output: settings },
  'app.openWebsite': { served: 'main', input: field, output: v.boolean() },

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
  'vault.unlock': {
    served: 'main',
    input: v.strictObject({
      file: fileHandle,
      masterPassword,
      /** Typed from the printed sheet, on a computer whose keychain has not seen it. */
      deviceKey: v.optional(printedKey)
    }),
    output: vaultView
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
  'vault.unsaved': { served: 'vault', input: nothing, output: v.strictObject({ count: v.number() }) },
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
  },

  /** Whether the keychain of this computer can hold a key: KEYCHAIN_UNAVAILABLE, KEYCHAIN_LOCKED. */
  'deviceKey.probe': { served: 'main', input: nothing, output: nothing },
  'deviceKey.add': {
    served: 'main',
    input: v.strictObject({ masterPassword, phrase }),
    output: v.strictObject({ printed: printedKey })
  },
  'deviceKey.remove': { served: 'main', input: v.strictObject({ masterPassword, phrase }), output: nothing },
  'deviceKey.print': {
    served: 'vault',
    input: v.strictObject({ masterPassword }),
    output: v.strictObject({ printed: printedKey })
  },

  'list.query': { served: 'vault', input: listQuery, output: listPage },
  'list.counts': { served: 'vault', input: nothing, output: sidebarCounts },
  'item.templates': { served: 'vault', input: nothing, output: v.array(itemTemplate) },
  'item.get': { served: 'vault', input: v.strictObject({ item: itemId }), output: itemDetail },
  'item.create': { served: 'vault', input: v.strictObject({ type: itemType, edit: itemEdit }), output: itemDetail },
  'item.edit': {
    served: 'vault',
    input: v.strictObject({ item: itemId, expected: revision, edit: itemEdit }),
    output: itemDetail
  },
  'item.duplicate': { served: 'vault', input: v.strictObject({ item: itemId }), output: itemDetail },
  'item.trash': { served: 'vault', input: v.strictObject({ items: ids }), output: nothing },
  'item.restore': { served: 'vault', input: v.strictObject({ items: ids }), output: nothing },
  'item.purge': { served: 'vault', input: v.strictObject({ items: ids }), output: nothing },
  'item.reveal': { served: 'vault', input: field, output: v.strictObject({ value: v.string() }) },
  /** A new pair in the item's fields; the private half does not cross. */
  'item.makeSshKey': { served: 'vault', input: v.strictObject({ item: itemId }), output: itemDetail },
  'type.make': {
    served: 'vault',
    input: v.strictObject({ item: itemId, name: v.pipe(v.string(), v.maxLength(1024)) }),
    output: v.strictObject({ type: itemType })
  },
  'type.rename': {
    served: 'vault',
    input: v.strictObject({ type: itemType, name: v.pipe(v.string(), v.maxLength(1024)) }),
    output: nothing
  },
  'type.offer': {
    served: 'vault',
    input: v.strictObject({ type: itemType, offered: v.boolean() }),
    output: nothing
  },
  'item.oneTimeCode': { served: 'vault', input: field, output: oneTimeCode },
  'item.copyField': { served: 'main', input: field, output: v.strictObject({ clearsAt: v.number() }) },
  'item.copyOneTimeCode': { served: 'main', input: field, output: v.strictObject({ clearsAt: v.number() }) },

  /** Main's dialog names the files, or a drop did; the page has handles. */
  'attachment.choose': { served: 'main', input: nothing, output: v.array(chosenFile) },
  'attachment.add': {
    served: 'main',
    input: v.strictObject({ item: itemId, file: fileHandle }),
    output: v.strictObject({ field: fieldId, name: v.string() })
  },
  'attachment.save': { served: 'main', input: field, output: v.nullable(chosenFile) },
  'attachment.preview': { served: 'vault', input: field, output: attachmentPreview },
  'attachment.rename': {
    served: 'vault',
    input: v.strictObject({ item: itemId, field: fieldId, name: v.pipe(v.string(), v.maxLength(1024)) }),
    output: nothing
  },
  'attachment.remove': { served: 'vault', input: field, output: nothing },

  /** An image of a QR code, in grey; what it says stays in the vault process, the page gets a name for it. */
  'code.find': {
    served: 'vault',
    input: greyImage,
    output: v.nullable(v.strictObject({ found: fileHandle, issuer: v.string(), account: v.string() }))
  },
  'code.put': {
    served: 'vault',
    input: v.strictObject({ item: itemId, field: fieldId, found: fileHandle }),
    output: nothing
  },
  'code.draw': { served: 'vault', input: field, output: v.strictObject({ size: v.number(), path: v.string() }) },
  /** The image on the clipboard, base64; null when there is none. */
  'code.clipboardImage': { served: 'main', input: nothing, output: v.nullable(v.strictObject({ data: v.string() })) },

  'draft.keep': {
    served: 'vault',
    input: v.strictObject({ item: v.nullable(itemId), type: itemType, edit: itemEdit }),
    output: nothing
  },
  'draft.load': {
    served: 'vault',
    input: nothing,
    output: v.nullable(v.strictObject({ item: v.nullable(itemId), type: itemType, edit: itemEdit }))
  },
  'draft.drop': { served: 'vault', input: nothing, output: nothing },

  'clipboard.copyGenerated': {
    served: 'main',
    input: v.strictObject({ text: secret(4096) }),
    output: v.strictObject({ clearsAt: v.number() })
  },
  'clipboard.clear': { served: 'main', input: nothing, output: nothing },

  'generator.passphrase': { served: 'vault', input: passphraseOptions, output: generatedPassphrase },
  'generator.fromRolls': {
    served: 'vault',
    input: v.strictObject({ options: passphraseOptions, rolls: diceRolls }),
    output: generatedPassphrase
  },
  'generator.dicePerWord': { served: 'vault', input: v.strictObject({ list: wordListId }), output: v.number() },
  'generator.characters': { served: 'vault', input: characterOptions, output: generatedPassword },
  'generator.pin': {
    served: 'vault',
    input: v.strictObject({ digits: v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(12)) }),
    output: generatedPassword
  },

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
    output: v.nullable(v.strictObject({ vault: vaultView, keptAs: v.nullable(v.string()) }))
  },
  'backup.forDamaged': { served: 'main', input: v.strictObject({ file: fileHandle }), output: v.array(backupView) },

  ...mergeContract,
  ...timeContract,
  'job.cancel': { served: 'main', input: v.strictObject({ job: jobName }), output: nothing },

  ...dailyContract,
  ...importContract,
  ...exportContract,
  ...shareContract
} as const satisfies Record<string, ContractEntry>

/** What main alone asks of the vault process: how it begins, and the single value that a copy needs. */
export const internalContract = {
  'session.create': {
    input: v.strictObject({ path: v.string(), name: v.string(), masterPassword }),
    output: v.strictObject({ vault: vaultView, recoveryPhrase: words })
  },
  'session.unlock': {
    input: v.strictObject({
      path: v.string(),
      masterPassword,
      deviceKey: v.optional(deviceKey),
      mark: v.optional(markText)
    }),
    output: vaultView
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
  },
  'deviceKey.current': { input: nothing, output: v.strictObject({ id: v.nullable(deviceKeyId) }) },
  'deviceKey.make': { input: nothing, output: deviceKey },
  'deviceKey.use': {
    input: v.strictObject({ masterPassword, phrase, id: v.nullable(deviceKeyId) }),
    output: nothing
  },
  'attachment.addFile': {
    input: v.strictObject({ item: itemId, path: v.string() }),
    output: v.strictObject({ field: fieldId, name: v.string() })
  },
  'attachment.nameOf': { input: field, output: v.strictObject({ name: v.string() }) },
  'attachment.writeFile': {
    input: v.strictObject({ item: itemId, field: fieldId, path: v.string() }),
    output: nothing
  },
  'value.forCopy': { input: field, output: v.strictObject({ value: v.string() }) },
  'backup.write': {
    input: v.strictObject({ target: v.string(), masterPassword, backupPassword: v.optional(masterPassword) }),
    output: v.strictObject({ recoveryPhrase: words, items: v.number() })
  },
  'backup.inspect': {
    input: v.strictObject({ path: v.string(), password: masterPassword }),
    output: v.strictObject({ items: v.number(), changedAt: v.nullable(v.number()), vaultName: v.string() })
  },
  'backup.putBack': {
    input: v.strictObject({ backup: v.string(), target: v.string(), password: masterPassword }),
    output: v.strictObject({ vault: vaultView, keptAs: v.nullable(v.string()) })
  },
  'backup.found': { input: nothing, output: v.array(foundBackup) },
  'backup.make': { input: nothing, output: foundBackup },
  'backup.foundFor': { input: v.strictObject({ path: v.string() }), output: v.array(foundBackup) },
  ...internalMergeContract,
  ...internalTimeContract,
  'job.stop': { input: v.strictObject({ job: jobName }), output: nothing },
  ...dailyInternal,
  ...importInternal,
  ...exportInternal,
  ...shareInternal
} as const satisfies Record<string, InternalEntry>

type AnySchema = v.GenericSchema<unknown, unknown>
type ContractEntry = { readonly served: 'main' | 'vault'; readonly input: AnySchema; readonly output: AnySchema }
type InternalEntry = { readonly input: AnySchema; readonly output: AnySchema }
