import { VaultError } from '../core/errors.ts'
import type { Environment, Job } from './environment.ts'
import { type LoadOptions, type OpenedVault, readVault } from './opened-vault.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'

/**
 * Writes a vault that has grown well beyond its last snapshot anew, under the same keys, and goes on with what was read
 * back. Done right after opening, never inside a save. A disk without room for it leaves the vault as it is.
 */
export async function compactIfGrown(
  { fs }: Pick<Environment, 'fs'>,
  opened: OpenedVault,
  options: LoadOptions
): Promise<OpenedVault> {
  const { file } = opened
  if (file.readOnly || file.notice !== null || !file.wantsCompaction()) return opened
  try {
    return await rewriteVault(fs, opened, { options })
  } catch (error) {
    if (error instanceof VaultError) return opened
    throw error
  }
}

export type RewriteOptions = Partial<Job> & {
  readonly options?: LoadOptions
  /** Behind it nothing may be saved until the rewritten file is read. */
  readonly beforeSwap?: () => Promise<void>
}

/** The vault as a new file in the place of its own, read anew; the old reading is closed. On any error it goes on. */
export async function rewriteVault(
  fs: Environment['fs'],
  opened: OpenedVault,
  { options = opened.options, beforeSwap, report, signal }: RewriteOptions = {}
): Promise<OpenedVault> {
  const { file, folded, head, keys } = opened
  const source = { folded, loadDetails: file.loadDetails, attachments: file.readAttachment }
  await writeSnapshot(fs, { path: file.path, replace: true }, head, keys, source, {
    ...(report === undefined ? {} : { onProgress: report }),
    ...(signal === undefined ? {} : { signal }),
    async beforeSwap() {
      await beforeSwap?.()
      await file.checkUnchanged()
    }
  })
  const again = await readVault(fs, file.path, { head, keys }, 'write', options)
  await file.close().catch(() => {})
  return again
}
