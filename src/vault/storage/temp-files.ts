import { join } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import type { VaultFs } from './vault-fs.ts'

const TEMP_NAME = /^\.coffer-[0-9a-f]{16}\.tmp$/
const DAY = 24 * 60 * 60 * 1000

/** The name of a file in the making. It says nothing of what it will be, and fits where the target's own would be too long. */
export function tempName(random: Uint8Array): string {
  return `.coffer-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}.tmp`
}

/**
 * Removes what a killed process or a power cut left behind. Younger ones may be somebody's work; that none is removed by
 * mistake matters more than that all are.
 */
export async function sweepTempFiles(fs: VaultFs, folder: string, now: number = Date.now()): Promise<void> {
  try {
    for (const name of await fs.readdir(folder)) {
      if (!TEMP_NAME.test(name)) continue
      const path = join(folder, name)
      const found = await fs.stat(path)
      if (found?.isFile === true && now - found.modifiedAt > DAY) await fs.unlink(path)
    }
  } catch (error) {
    // A folder that cannot be listed or cleaned is no reason not to save.
    if (!(error instanceof VaultError)) throw error
  }
}
