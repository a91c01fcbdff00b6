import { type KdfNumbers, passwordBytes } from '../../core/crypto/kdf-params.ts'
import { deriveVaultKeys, type VaultKeys } from '../../core/crypto/key-derivation.ts'
import { type DeviceKey, type Slot, wrapWithPassword, wrapWithPhrase } from '../../core/crypto/key-slot.ts'
import { newRecoveryPhrase, phraseWords, readRecoveryPhrase } from '../../core/crypto/recovery-phrase.ts'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { encodeHead, type Head } from '../../core/format/header.ts'
import { randomBytes } from '../../core/random.ts'
import type { DeriveKey } from '../kdf/derive-key.ts'

export type NewKeysRequest = {
  readonly vaultId: Uint8Array
  readonly keyEpoch: number
  readonly masterPassword: string
  readonly kdf: KdfNumbers
  /** A phrase typed again is kept; `new` makes one; `none` leaves the password as the only way in. */
  readonly phrase: 'new' | 'none' | { readonly keep: string }
  /** Stands beside the password from now on; the caller's. Absent: the password alone. */
  readonly deviceKey?: DeviceKey
  readonly deriveKey: DeriveKey
}

/** The caller disposes `keys`. `words` is null where no new phrase was made. */
export type NewKeys = { readonly head: Head; readonly keys: VaultKeys; readonly words: readonly string[] | null }

/** A fresh data key, wrapped for the password and the phrase: what creating, re-keying and exporting begin with. */
export async function makeKeys(request: NewKeysRequest): Promise<NewKeys> {
  const { vaultId, keyEpoch } = request
  using dataKey = SecretBytes.own(randomBytes(32))
  const password = await passwordSlotFor(request, dataKey)
  using entropy = phraseEntropy(request.phrase)
  const slots: Slot[] = [password]
  if (entropy !== null) slots.push(wrapWithPhrase(request, entropy, dataKey))
  const keys = deriveVaultKeys(dataKey)
  const words = request.phrase === 'new' && entropy !== null ? phraseWords(entropy) : null
  return { head: encodeHead({ vaultId, keyEpoch, slots }, keys.header), keys, words }
}

async function passwordSlotFor(request: NewKeysRequest, dataKey: SecretBytes): Promise<Slot> {
  const kdf = { ...request.kdf, salt: randomBytes(16) }
  using password = passwordBytes(request.masterPassword)
  using passwordRoot = await request.deriveKey(password, kdf)
  const { deviceKey } = request
  return wrapWithPassword(request, { passwordRoot, kdf, ...(deviceKey === undefined ? {} : { deviceKey }) }, dataKey)
}

function phraseEntropy(phrase: NewKeysRequest['phrase']): SecretBytes | null {
  if (phrase === 'none') return null
  return phrase === 'new' ? newRecoveryPhrase() : readRecoveryPhrase(phrase.keep)
}
