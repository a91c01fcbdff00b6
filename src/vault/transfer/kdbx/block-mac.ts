import { createHash, createHmac } from 'node:crypto'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'

/** HMAC-SHA-256 of a block of KDBX 4; its key is bound to the number of the block, 8 bytes. */
export function blockMac(hmacKey: SecretBytes, number: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  using key = SecretBytes.own(sha512(number, hmacKey.bytes))
  const hmac = createHmac('sha256', key.bytes)
  for (const part of parts) hmac.update(part)
  return Uint8Array.from(hmac.digest())
}

export function sha512(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha512')
  for (const part of parts) hash.update(part)
  return Uint8Array.from(hash.digest())
}
