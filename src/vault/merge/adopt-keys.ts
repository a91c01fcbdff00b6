import { equalBytes } from '../../core/bytes.ts'
import { rekeyState } from '../../core/vault/rekey.ts'
import { type OpenedVault, readVault } from '../opened-vault.ts'
import { writeSnapshot } from '../storage/write-snapshot.ts'
import type { VaultFs } from '../storage/vault-fs.ts'

/** The copy's master password was changed later than ours: what goes on must not open with the older one. */
export function hasNewerKeys(mine: OpenedVault, other: OpenedVault): boolean {
  const [ours, theirs] = [mine.head.header, other.head.header]
  return equalBytes(ours.vaultId, theirs.vaultId) && theirs.keyEpoch > ours.keyEpoch
}

/**
 * Writes `mine` anew under the keys and slots of `other`, which it has from then on; `mine` is closed and its keys are
 * zeroed. On any error `mine` goes on as it is.
 */
export async function adoptKeys(fs: VaultFs, mine: OpenedVault, other: OpenedVault): Promise<OpenedVault> {
  const { folded, file, options } = mine
  const { head, keys } = other
  const source = {
    folded,
    loadDetails: file.loadDetails,
    attachments: file.readAttachment,
    transform: (item: string, state: Parameters<typeof rekeyState>[1]) =>
      rekeyState(item, state, mine.scope, other.scope)
  }
  const target = { path: file.path, replace: true }
  await writeSnapshot(fs, target, head, keys, source, { beforeSwap: file.checkUnchanged })
  const again = await readVault(fs, file.path, { head, keys }, 'write', options)
  await mine.close().catch(() => {})
  return again
}
