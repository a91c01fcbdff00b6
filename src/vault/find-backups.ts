import { stampTime } from '../core/vault/stamp.ts'
import type { FoundBackup } from '../shared/vault-views.ts'
import type { Environment } from './environment.ts'
import { unlockHead } from './keys/unlock-head.ts'
import { loadVault } from './opened-vault.ts'
import { listBackups } from './storage/backups.ts'
import { readHead } from './storage/read-head.ts'
import { vaultView } from './vault-view.ts'

/** Automatic backups of the vault at this path, the newest first; also those of a vault that does not open any more. */
export async function findBackups({ fs }: Environment, vaultPath: string): Promise<readonly FoundBackup[]> {
  const found = await listBackups(fs, { vaultPath })
  return found.toSorted((a, b) => b.at - a.at)
}

export type InspectedBackup = { readonly items: number; readonly changedAt: number | null; readonly vaultName: string }

/** Opens a backup, authenticates all of it, and closes it again. WRONG_PASSWORD, VAULT_DAMAGED { offset }. */
export async function inspectBackup(
  environment: Environment,
  path: string,
  password: string
): Promise<InspectedBackup> {
  const { fs } = environment
  const head = await readHead(fs, path)
  const keys = await unlockHead(head, { masterPassword: password }, environment)
  const opened = await loadVault(fs, path, { head, keys }, 'read')
  try {
    await opened.file.verify()
    const { items, name } = vaultView(opened, true, [])
    const last = opened.folded.greatestStamp
    return { items, changedAt: last === null ? null : stampTime(last), vaultName: name }
  } finally {
    await opened.close()
  }
}
