import { passwordBytes } from '../../core/crypto/kdf-params.ts'
import { deriveVaultKeys, type VaultKeys } from '../../core/crypto/key-derivation.ts'
import {
  type PasswordSlot,
  type RecoverySlot,
  unwrapWithPassword,
  unwrapWithPhrase
} from '../../core/crypto/key-slot.ts'
import { readRecoveryPhrase } from '../../core/crypto/recovery-phrase.ts'
import type { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { type Head, type Header, isAuthentic } from '../../core/format/header.ts'
import type { Environment } from '../environment.ts'
import { deviceKeyFor } from './device-keys.ts'

/** What turns a typed password into a key: Argon2id, and the second key where a slot asks for one. */
export type KeySources = Pick<Environment, 'deriveKey' | 'deviceKeys'>

export type Credential = { readonly masterPassword: string } | { readonly recoveryPhrase: string }

/**
 * The keys of a vault from what a person typed. WRONG_PASSWORD and WRONG_RECOVERY_PHRASE when no slot takes it; once a
 * commitment matched, whatever else fails is VAULT_DAMAGED. DEVICE_KEY_NEEDED and the keychain's refusals come before
 * Argon2id is begun. The caller disposes the keys.
 */
export async function unlockHead(head: Head, credential: Credential, sources: KeySources): Promise<VaultKeys> {
  using dataKey =
    'masterPassword' in credential
      ? await openWithPassword(head.header, credential.masterPassword, sources)
      : openWithPhrase(head.header, credential.recoveryPhrase)
  const keys = deriveVaultKeys(dataKey)
  if (isAuthentic(head, keys.header)) return keys
  keys[Symbol.dispose]()
  throw new VaultError('VAULT_DAMAGED', { offset: 0 })
}

/** Whether the password is the vault's: asked again before anything dangerous. WRONG_PASSWORD when it is not. */
export async function checkPassword(head: Head, masterPassword: string, sources: KeySources): Promise<void> {
  using _dataKey = await openWithPassword(head.header, masterPassword, sources)
}

/** Whether the phrase is the vault's. WRONG_RECOVERY_PHRASE when it is not. */
export function checkPhrase(head: Head, recoveryPhrase: string): void {
  using _dataKey = openWithPhrase(head.header, recoveryPhrase)
}

async function openWithPassword(header: Header, masterPassword: string, sources: KeySources): Promise<SecretBytes> {
  const slot = passwordSlot(header)
  using deviceKey = await deviceKeyFor(sources.deviceKeys, slot.deviceKeyId)
  using password = passwordBytes(masterPassword)
  using passwordRoot = await sources.deriveKey(password, slot.kdf)
  const dataKey = unwrapWithPassword(header, slot, passwordRoot, deviceKey ?? undefined)
  if (dataKey === null) throw new VaultError('WRONG_PASSWORD')
  return dataKey
}

function openWithPhrase(header: Header, recoveryPhrase: string): SecretBytes {
  using entropy = readRecoveryPhrase(recoveryPhrase)
  const slot = recoverySlot(header)
  const dataKey = slot === undefined ? null : unwrapWithPhrase(header, slot, entropy)
  if (dataKey === null) throw new VaultError('WRONG_RECOVERY_PHRASE')
  return dataKey
}

export function passwordSlot(header: Header): PasswordSlot {
  const slot = header.slots.find((each): each is PasswordSlot => each.kind === 'password')
  // parseHead lets no header through without one.
  if (slot === undefined) throw new VaultError('VAULT_DAMAGED', { offset: 0 })
  return slot
}

export function recoverySlot(header: Header): RecoverySlot | undefined {
  return header.slots.find((each): each is RecoverySlot => each.kind === 'recovery')
}
