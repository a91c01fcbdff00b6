import { isAuthentic } from '../../core/format/header.ts'
import type { Environment } from '../environment.ts'
import { unlockHead } from '../keys/unlock-head.ts'
import { loadVault, type OpenedVault, readVault } from '../opened-vault.ts'
import { readHead } from '../storage/read-head.ts'

export type CopyRequest = { readonly path: string; readonly masterPassword?: string }

/**
 * Another file of the vault, opened to read. One under the vault's own keys opens by itself and borrows them; null when
 * it takes a password that was not given. WRONG_PASSWORD, VAULT_DAMAGED, NOT_A_VAULT, …
 */
export async function readCopy(
  environment: Environment,
  { keys }: OpenedVault,
  { path, masterPassword }: CopyRequest
): Promise<OpenedVault | null> {
  const { fs } = environment
  const head = await readHead(fs, path)
  if (isAuthentic(head, keys.header)) return readVault(fs, path, { head, keys }, 'read')
  if (masterPassword === undefined) return null
  return loadVault(fs, path, { head, keys: await unlockHead(head, { masterPassword }, environment) }, 'read')
}

/** `borrowed` are the keys of the vault that goes on. */
export async function closeCopy(copy: OpenedVault, borrowed: OpenedVault['keys']): Promise<void> {
  await (copy.keys === borrowed ? copy.file.close() : copy.close())
}
