import * as v from 'valibot'
import { count, time } from './limits.ts'
import { fileHandle } from './ids.ts'

/** A vault, its backups and the files that the user chose; the page never holds a path. */

const kdf = v.strictObject({ memoryKiB: count, passes: count, lanes: count })

export const vaultView = v.strictObject({
  name: v.string(),
  /** The folder and file name, as shown; the page never holds a path that it could ask to open. */
  place: v.string(),
  items: count,
  readOnly: v.boolean(),
  kdf,
  hasRecoveryPhrase: v.boolean(),
  /** Whether the keychain holds a second key, without which the master password opens nothing. */
  hasDeviceKey: v.boolean(),
  notices: v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('tailSetAside'), bytes: count, place: v.string() }),
      v.strictObject({ kind: v.literal('rolledBack'), missingSince: time }),
      v.strictObject({ kind: v.literal('freshnessUnknown') }),
      v.strictObject({ kind: v.literal('tooNew') }),
      v.strictObject({ kind: v.literal('heldByOther'), host: v.string(), pid: count })
    ])
  )
})
export type VaultView = v.InferOutput<typeof vaultView>

const backupFacts = { at: time, bytes: count, items: v.nullable(count), verifiedAt: v.nullable(time) }

/** Saves and files that the disk has not taken; `files` of them are read again from where they are. */
export const unsavedView = v.strictObject({ count: v.number(), files: v.number() })
export type UnsavedView = v.InferOutput<typeof unsavedView>

export const backupView = v.strictObject({ handle: fileHandle, ...backupFacts })
export type BackupView = v.InferOutput<typeof backupView>

/** The same between the vault process and main, which alone knows paths. */
export const foundBackup = v.strictObject({ path: v.string(), ...backupFacts })
export type FoundBackup = v.InferOutput<typeof foundBackup>

/** A file that the user chose in a dialog of main's: an opaque handle and what to show for it. */
export const chosenFile = v.strictObject({ handle: fileHandle, name: v.string(), folder: v.string() })
export type ChosenFile = v.InferOutput<typeof chosenFile>
