import { setTimeout } from 'node:timers/promises'
import { VaultError } from '../../core/errors.ts'
import { type FileLock, takeLock } from './file-lock.ts'
import type { VaultFs } from './vault-fs.ts'

const TRIES = 5
const BETWEEN = 100

/**
 * As takeLock, but not turned away by a command that only read and holds the lock for a moment, to leave its entry in the
 * journal.
 */
export async function takeLockSoon(fs: VaultFs, path: string): Promise<FileLock> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await takeLock(fs, path)
    } catch (error) {
      const isHeld = error instanceof VaultError && error.code === 'LOCKED_BY_OTHER'
      if (!isHeld || left === 0) throw error
      await setTimeout(BETWEEN)
    }
  }
}
