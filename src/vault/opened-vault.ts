import type { VaultKeys } from '../core/crypto/key-derivation.ts'
import type { Head } from '../core/format/header.ts'
import type { ConcealedScope } from '../core/vault/concealed.ts'
import { createFoldedVault, type FoldedVault } from '../core/vault/fold.ts'
import { createVaultList, type VaultList } from './list/vault-list.ts'
import { openVaultFile, type VaultFile } from './storage/vault-file.ts'
import type { VaultFs } from './storage/vault-fs.ts'

/** A vault file with everything that belongs to one reading of it; a rewritten file is a new one of these. */
export type OpenedVault = {
  readonly head: Head
  readonly keys: VaultKeys
  readonly scope: ConcealedScope
  readonly folded: FoldedVault
  readonly file: VaultFile
  readonly list: VaultList
  /** Closes the file and zeroes the keys. */
  readonly close: () => Promise<void>
}

/** Takes over `keys`: they are zeroed by close, and when the file does not open. */
export async function loadVault(
  fs: VaultFs,
  path: string,
  unlocked: { readonly head: Head; readonly keys: VaultKeys },
  mode: 'read' | 'write'
): Promise<OpenedVault> {
  const { head, keys } = unlocked
  try {
    const folded = createFoldedVault()
    const file = await openVaultFile(fs, path, head, keys, folded, mode)
    const { vaultId, keyEpoch } = head.header
    return {
      head,
      keys,
      scope: { key: keys.concealed, fingerprintKey: keys.fingerprint, vaultId, keyEpoch },
      folded,
      file,
      list: createVaultList(folded),
      async close() {
        keys[Symbol.dispose]()
        await file.close()
      }
    }
  } catch (error) {
    keys[Symbol.dispose]()
    throw error
  }
}
