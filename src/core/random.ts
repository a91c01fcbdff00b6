import { randomBytes as systemRandom } from '@noble/hashes/utils.js'
import { VaultError } from './errors.ts'

export type RandomBytes = (length: number) => Uint8Array

/** The only source of randomness: the system's, by way of WebCrypto. The caller owns the bytes. */
export const randomBytes: RandomBytes = (length) => systemRandom(length)

const RANGE = 2 ** 32

/**
 * A whole number from 0 to limit - 1, each as likely as the others: what does not divide evenly is thrown away, never
 * folded back. `limit` is 1 to 2^32; BAD_REQUEST otherwise.
 */
export function randomBelow(limit: number, random: RandomBytes = randomBytes): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > RANGE) throw new VaultError('BAD_REQUEST')
  const usable = RANGE - (RANGE % limit)
  for (;;) {
    const bytes = random(4)
    const value = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
    if (value < usable) return value % limit
  }
}

/** A random UUID (RFC 9562, version 4), lower case. */
export function randomUuid(random: RandomBytes = randomBytes): string {
  const bytes = random(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
