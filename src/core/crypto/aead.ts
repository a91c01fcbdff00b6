import { xchacha20, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { concatBytes } from '../bytes.ts'
import { randomBytes, type RandomBytes } from '../random.ts'

/** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, section 2): 32-byte key, random 24-byte nonce, 16-byte tag. */
export const KEY_LENGTH = 32
export const NONCE_LENGTH = 24
export const TAG_LENGTH = 16

/** nonce ‖ ciphertext ‖ tag. A random nonce of 24 bytes never repeats, however many devices seal under one key. */
export function seal(key: Uint8Array, plaintext: Uint8Array, context: Uint8Array, random: RandomBytes = randomBytes): Uint8Array {
  const nonce = random(NONCE_LENGTH)
  const sealed = new Uint8Array(NONCE_LENGTH + plaintext.length + TAG_LENGTH)
  sealed.set(nonce)
  xchacha20poly1305(key, nonce, context).encrypt(plaintext, sealed.subarray(NONCE_LENGTH))
  return sealed
}

/** The plaintext, owned by the caller; null when key, context or a single bit do not fit. */
export function open(key: Uint8Array, sealed: Uint8Array, context: Uint8Array): Uint8Array | null {
  if (sealed.length < NONCE_LENGTH + TAG_LENGTH) return null
  try {
    return xchacha20poly1305(key, sealed.subarray(0, NONCE_LENGTH), context).decrypt(sealed.subarray(NONCE_LENGTH))
  } catch {
    return null
  }
}

/**
 * The tag that these bytes would have: it tells a flipped bit in a tag from bytes that were never whole. It must not
 * be shown to anyone who could put it into a file.
 */
export function recomputeTag(key: Uint8Array, sealed: Uint8Array, context: Uint8Array): Uint8Array {
  const nonce = sealed.subarray(0, NONCE_LENGTH)
  const plaintext = xchacha20(key, nonce, sealed.subarray(NONCE_LENGTH, -TAG_LENGTH), undefined, 1)
  const again = xchacha20poly1305(key, nonce, context).encrypt(plaintext)
  plaintext.fill(0)
  return again.slice(-TAG_LENGTH)
}

/** A label and its parts as one context; every part has a fixed length or comes last, so no two read the same. */
export function contextOf(label: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(Uint8Array.from(label, (character) => character.charCodeAt(0)), ...parts)
}
