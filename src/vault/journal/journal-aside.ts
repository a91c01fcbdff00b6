import { VaultError, type VaultErrorCode } from '../../core/errors.ts'
import { nextStamp } from '../../core/vault/stamp.ts'
import type { Environment } from '../environment.ts'
import type { Memory } from '../remember-state.ts'
import { takeLock } from '../storage/file-lock.ts'
import { takeIn } from '../take-in.ts'
import type { VaultStore } from '../vault-store.ts'
import { journalChanges, type Waiting } from './journal-changes.ts'
import type { JournalNotes } from './journal-notes.ts'

/** How a session that was opened to read leaves behind what it did. */
export type JournalAside = (waiting: readonly Waiting[], notes: JournalNotes) => Promise<void>

type Parts = { readonly deviceId: string; readonly memory: Memory; readonly store: VaultStore }

/** What a session may leave: a save of its own, a note for the next that saves, or nothing. */
export type Leaves = 'saves' | 'notes' | 'nothing'

type Opening = Parts & {
  readonly leaves: Leaves
  /** This device has a mark of the vault. */
  readonly isKnown: boolean
  /** Neither older than it should be nor opened as such. */
  readonly isGood: boolean
}

/** Null for a vault that is not to be added to at all. */
export function asideFor(
  environment: Environment,
  { leaves, isKnown, isGood, ...parts }: Opening
): JournalAside | null {
  const { file, folded } = parts.store.opened()
  if (!isGood || file.tooNew || leaves === 'nothing') return null
  // Without its mark this device would go on under another id: under the old one nothing more may be said in the vault.
  const mayAppend = isKnown || !(parts.deviceId in folded.clock)
  return leaves === 'saves' && mayAppend ? appendAside(environment, parts) : noteAside
}

/** Another has it, or put something there: a note waits for it. All else says that nothing can be written there. */
const IN_THE_WAY: ReadonlySet<VaultErrorCode> = new Set(['LOCKED_BY_OTHER', 'FILE_CHANGED_ON_DISK', 'IO'])

/** One small save where nobody else has the vault open; a note for whoever has it where somebody does. */
function appendAside({ fs, now }: Environment, { deviceId, memory, store }: Parts): JournalAside {
  return async (waiting, notes) => {
    try {
      const opened = store.opened()
      const at = nextStamp(opened.folded.greatestStamp, now(), deviceId)
      const changes = journalChanges(opened.folded, at, deviceId, waiting)
      if (changes.length === 0) return
      const lock = await takeLock(fs, opened.file.path)
      try {
        await opened.file.appendOnce({ changes }, lock.confirm)
      } finally {
        await lock.release()
      }
      takeIn(opened, changes)
      memory.remember(opened)
    } catch (error) {
      if (!(error instanceof VaultError) || !IN_THE_WAY.has(error.code)) throw error
      await notes.keep(waiting)
    }
  }
}

/** A note, whoever takes it in: the vault is held by another program, or is not to be added to from here. */
export const noteAside: JournalAside = (waiting, notes) => notes.keep(waiting)
