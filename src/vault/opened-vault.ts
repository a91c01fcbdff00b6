import type { VaultKeys } from '../core/crypto/key-derivation.ts'
import type { Head } from '../core/format/header.ts'
import type { ConcealedScope } from '../core/vault/concealed.ts'
import { createFoldedVault, type FoldedVault } from '../core/vault/fold.ts'
import { createVaultList, type VaultList } from './list/vault-list.ts'
import { openVaultFile, type OpenOptions, type VaultFile } from './storage/vault-file.ts'
import type { VaultFs } from './storage/vault-fs.ts'

/** A vault file with everything that belongs to one reading of it; a rewritten file is a new one of these. */
export type OpenedVault = {
  readonly head: Head
  readonly keys: VaultKeys
  readonly scope: ConcealedScope
  readonly folded: FoldedVault
  readonly file: VaultFile
  readonly list: VaultList
  /** With which the file is opened again when it was rewritten, here or by another program. */
  readonly options: Pick<OpenOptions, 'beforeAppend'>
  /** Closes the file and zeroes the keys. */
  readonly close: () => Promise<void>
}

export type LoadOptions = Omit<OpenOptions, 'mayWrite'> & {
  /** Asked when the file is folded, before its torn end is cut. */
  readonly mayWrite?: (read: Pick<OpenedVault, 'head' | 'folded' | 'scope'>) => Promise<boolean>
}

export type Unlocked = { readonly head: Head; readonly keys: VaultKeys }

/** Takes over `keys`: they are zeroed by close, and when the file does not open. */
export async function loadVault(
  fs: VaultFs,
  path: string,
  unlocked: Unlocked,
  mode: 'read' | 'write',
  options: LoadOptions = {}
): Promise<OpenedVault> {
  try {
    return await readVault(fs, path, unlocked, mode, options)
  } catch (error) {
    unlocked.keys[Symbol.dispose]()
    throw error
  }
}

/** The same, but `keys` stay as they are when the file does not open: another reading of it goes on with them. */
export async function readVault(
  fs: VaultFs,
  path: string,
  { head, keys }: Unlocked,
  mode: 'read' | 'write',
  { mayWrite, ...rest }: LoadOptions = {}
): Promise<OpenedVault> {
  const folded = createFoldedVault()
  const { vaultId, keyEpoch } = head.header
  const scope = { key: keys.concealed, fingerprintKey: keys.fingerprint, vaultId, keyEpoch }
  const options = mayWrite === undefined ? rest : { ...rest, mayWrite: async () => mayWrite({ head, folded, scope }) }
  const file = await openVaultFile(fs, path, head, keys, folded, mode, options)
  return {
    head,
    keys,
    scope,
    folded,
    file,
    list: createVaultList(folded),
    options: rest.beforeAppend === undefined ? {} : { beforeAppend: rest.beforeAppend },
    async close() {
      keys[Symbol.dispose]()
      await file.close()
    }
  }
}
