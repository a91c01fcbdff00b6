import type { LockReason } from '../../../shared/events.ts'

const minutes = (count: number): string => (count === 1 ? 'a minute' : `${count} minutes`)

/** Null where the user asked for it and needs no reason. */
const lockedBecause = (reason: LockReason, idleMinutes: number): string | null => {
  const sentences: Record<LockReason, string | null> = {
    asked: null,
    quit: null,
    idle: `Locked after ${minutes(idleMinutes)} without a touch`,
    suspend: 'Locked because the computer slept',
    screen: 'Locked with the screen',
    ended: 'Locked because the part that holds the vault ended. Everything saved is in the file.'
  }
  return sentences[reason]
}

export const unlock = {
  unlock: 'Unlock',
  unlocking: 'Deriving the key',
  lockedBecause,
  otherVaults: 'Other vaults',
  openFile: 'Open a vault file…',
  newVault: 'New vault…',
  useRecovery: 'Use the recovery phrase',
  drop: 'Drop the vault file to open it',
  notDropped: 'That file is not a Coffer vault.',
  restoreInstead: 'Verified backups…',
  offered: (name: string) => `${name} can be opened once this vault is locked`,
  lockAndOpen: 'Lock and open it'
}

export type UnlockTexts = typeof unlock
