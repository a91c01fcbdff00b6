import { VaultError } from '../core/errors.ts'
import { SecretBytes } from '../core/crypto/secret-bytes.ts'
import { randomBytes } from '../core/random.ts'
import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { type ConcealedScope, isSealed, openValue, sealValue } from '../core/vault/concealed.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import type { ItemState } from '../core/vault/item-state.ts'
import type { Stamp } from '../core/vault/stamp.ts'

/**
 * Keys that belong to a vault for its life and survive its re-keying: one authenticates the freshness marks, one signs
 * exported backups. They are sealed like any concealed value, as 64 hex digits.
 */
const NAMES = { mark: 'value:mark-key', signing: 'value:signing-key' } as const
export type VaultSecret = keyof typeof NAMES

const LENGTH = 32

export function newVaultSecrets(scope: ConcealedScope, at: Stamp): Change {
  const sealed = Object.values(NAMES).map((name) => {
    const text = toHex(randomBytes(LENGTH))
    return [name, sealValue(scope, { item: VAULT_ITEM, at, name }, text)] as const
  })
  return { item: VAULT_ITEM, at, set: Object.fromEntries(sealed) }
}

export function hasVaultSecrets(folded: FoldedVault): boolean {
  return Object.values(NAMES).every((name) => isSealed(folded.vaultProperties().get(name)?.value))
}

/** The caller disposes it. VAULT_DAMAGED when the vault has none. */
export function vaultSecret(folded: FoldedVault, scope: ConcealedScope, secret: VaultSecret): SecretBytes {
  const name = NAMES[secret]
  const known = folded.vaultProperties().get(name)
  if (known === undefined || !isSealed(known.value)) throw new VaultError('VAULT_DAMAGED')
  return SecretBytes.own(fromHex(openValue(scope, { item: VAULT_ITEM, at: known.at, name }, known.value)))
}

/** An exported backup is a vault of its own: with the original's keys it could forge marks and signatures. */
export function withoutVaultSecrets(state: ItemState): void {
  for (const name of Object.values(NAMES)) state.properties.delete(name)
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

function fromHex(text: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new VaultError('VAULT_DAMAGED')
  return Uint8Array.from({ length: LENGTH }, (_, index) => Number.parseInt(text.slice(index * 2, index * 2 + 2), 16))
}
