import { type VaultState, writeMark } from './freshness.ts'
import type { VaultFs } from './vault-fs.ts'

export type MarkKeeper = {
  /** After a save was acknowledged, or an open accepted. Returns at once. */
  note(state: VaultState): void
  /** Resolves when the last state that was noted is written, or could not be. */
  settled(): Promise<void>
}

/**
 * Writes the mark behind the saves: a save never waits for it, and of many in a row only the last is written. So the mark
 * may lag the vault, which only makes this device remember a little less; it never leads it. `markKey` is 32 bytes and
 * must outlive `settled`. A mark that cannot be written is left as it was: the vault itself is saved.
 */
export function createMarkKeeper(fs: VaultFs, appFolder: string, markKey: Uint8Array): MarkKeeper {
  let latest: VaultState | null = null
  let writing: Promise<void> | null = null

  async function writeLatest(): Promise<void> {
    for (let state = latest; state !== null; state = latest) {
      latest = null
      await writeMark(fs, appFolder, state, markKey).catch(() => {})
    }
    writing = null
  }

  return {
    note(state) {
      latest = state
      writing ??= writeLatest()
    },
    async settled() {
      await writing
    }
  }
}
