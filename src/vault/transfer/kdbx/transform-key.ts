import { createHash, type webcrypto } from 'node:crypto'
import { concatBytes } from '../../../core/bytes.ts'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { VaultError } from '../../../core/errors.ts'
import { utf8Bytes } from '../../../core/vault/text.ts'
import type { DeriveForeign } from '../../kdf/foreign-argon2.ts'
import type { ImportSecrets } from '../importer.ts'
import type { KdbxKdf } from './kdbx-kdf.ts'
import { keyOfFile } from './key-file.ts'

/** About five seconds; programs that calibrate themselves to one second stay far below. */
const MAX_ROUNDS = 1 << 27
/** Rounds in one go: 1 MiB of zeros is enciphered, then others get their turn. */
const STRIDE = 1 << 16
const BLOCK = 16

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return Uint8Array.from(hash.digest())
}

/** What a password and a key file come to together. IMPORT_NEEDS_PASSWORD when there is neither. */
export function compositeKey({ password, keyFile }: ImportSecrets): SecretBytes {
  if (password === undefined && keyFile === undefined) throw new VaultError('IMPORT_NEEDS_PASSWORD')
  // A key file alone is asked for with an empty password, which is not the same as none.
  const usesPassword = password !== undefined && (password !== '' || keyFile === undefined)
  using typed = SecretBytes.own(usesPassword ? utf8Bytes(password) : new Uint8Array(0))
  using passwordHash = SecretBytes.own(usesPassword ? sha256(typed.bytes) : new Uint8Array(0))
  using fileKey = SecretBytes.own(keyFile === undefined ? new Uint8Array(0) : keyOfFile(keyFile))
  return SecretBytes.own(sha256(passwordHash.bytes, fileKey.bytes))
}

/** 32 bytes that the caller owns. IMPORT_REFUSED { reason: 'kdf' } before anything is derived, CANCELLED. */
export async function transformKey(
  composite: SecretBytes,
  kdf: KdbxKdf,
  { argon2, signal }: { argon2: DeriveForeign; signal: AbortSignal }
): Promise<SecretBytes> {
  if (kdf.kind === 'argon2') return SecretBytes.own(await argon2(composite.bytes, kdf.params, signal))
  checkRounds(kdf.rounds)
  const key = await aesKey(kdf.seed)
  using both = SecretBytes.own(
    concatBytes(
      ...(await Promise.all([
        enciphered(key, composite.bytes.slice(0, BLOCK), kdf.rounds, signal),
        enciphered(key, composite.bytes.slice(BLOCK), kdf.rounds, signal)
      ]))
    )
  )
  return SecretBytes.own(sha256(both.bytes))
}

export function checkRounds(rounds: number): void {
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MAX_ROUNDS)
    throw new VaultError('IMPORT_REFUSED', { reason: 'kdf' })
}

async function aesKey(seed: Uint8Array): Promise<webcrypto.CryptoKey> {
  return crypto.subtle.importKey('raw', Uint8Array.from(seed), { name: 'AES-CBC' }, false, ['encrypt'])
}

/**
 * One block under AES-256 in ECB, `rounds` times. WebCrypto has no ECB, but the last block of zeros under CBC with the
 * block as its initial vector is the same thing, at the speed of the hardware.
 */
async function enciphered(
  key: webcrypto.CryptoKey,
  block: Uint8Array,
  rounds: number,
  signal: AbortSignal
): Promise<Uint8Array> {
  const zeros = new Uint8Array(BLOCK * Math.min(rounds, STRIDE))
  let iv = Uint8Array.from(block)
  for (let left = rounds; left > 0; left -= STRIDE) {
    if (signal.aborted) throw new VaultError('CANCELLED')
    const input = left < STRIDE ? zeros.subarray(0, BLOCK * left) : zeros
    const output = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, input))
    // Behind the last whole block stands the padding's.
    iv = output.slice(input.length - BLOCK, input.length)
    output.fill(0)
  }
  return iv
}
