import { VaultError } from '../core/errors.ts'
import type { Environment } from './environment.ts'
import { loadVault, type LoadOptions, type OpenedVault } from './opened-vault.ts'
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
  const { file, folded, head, keys } = opened
  if (file.readOnly || file.notice !== null || !file.wantsCompaction()) return opened
  const source = { folded, loadDetails: file.loadDetails, attachments: file.readAttachment }
  try {
    await writeSnapshot(fs, { path: file.path, replace: true }, head, keys, source, { beforeSwap: file.checkUnchanged })
  } catch (error) {
    if (error instanceof VaultError) return opened
    throw error
  }
  await file.close()
  return loadVault(fs, file.path, { head, keys }, 'write', options)
}
