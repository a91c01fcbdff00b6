import { SecretBytes } from '../../src/core/crypto/secret-bytes.ts'
import { VaultError } from '../../src/core/errors.ts'
import { createFoldedVault } from '../../src/core/vault/fold.ts'
import { isBehind, type Clock } from '../../src/core/vault/clock.ts'
import { createDeviceKeyRing } from '../../src/vault/keys/device-keys.ts'
import { type KeySources, unlockHead } from '../../src/vault/keys/unlock-head.ts'
import { readHead } from '../../src/vault/storage/read-head.ts'
import { memoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import { openVaultFile } from '../../src/vault/storage/vault-file.ts'
import { cheapRoot, contentsOf, PASSWORD, VAULT } from './vaults.ts'

/** What a person learns who opens these bytes with the right password. */
export type Opening =
  | { readonly refused: string }
  | { readonly crashed: string }
  | { readonly contents: string; readonly told: boolean; readonly clock: Clock; readonly keyEpoch: number }

const SOURCES: KeySources = {
  deriveKey: async (password, { salt }) => SecretBytes.own(cheapRoot(password.bytes, salt)),
  deviceKeys: createDeviceKeyRing()
}

/** Unlocks, folds, authenticates every frame and reads every item: all that opening does, soon or late. */
export async function openBytes(bytes: Uint8Array): Promise<Opening> {
  const disk = memoryDisk()
  disk.put(VAULT, bytes)
  try {
    const head = await readHead(disk.fs, VAULT)
    using keys = await unlockHead(head, { masterPassword: PASSWORD }, SOURCES)
    const folded = createFoldedVault()
    const file = await openVaultFile(disk.fs, VAULT, head, keys, folded, 'read')
    await file.verify()
    const contents = await contentsOf({ file, folded })
    const told = file.notice !== null || file.tooNew
    return { contents, told, clock: folded.clock, keyEpoch: head.header.keyEpoch }
  } catch (error) {
    return error instanceof VaultError ? { refused: error.code } : { crashed: String(error) }
  }
}

/** Whether a device that has seen `newest` would say that what was opened is older. */
export const isOlder = (
  opening: { readonly clock: Clock; readonly keyEpoch: number },
  newest: { readonly clock: Clock; readonly keyEpoch: number }
): boolean => opening.keyEpoch < newest.keyEpoch || isBehind(opening.clock, newest.clock)
