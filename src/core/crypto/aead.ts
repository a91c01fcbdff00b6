import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { xchacha20, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { concatBytes, u32 } from '../bytes.ts'
import { randomBytes, type RandomBytes } from '../random.ts'
import { hostCipher } from './aead-host.ts'

/** XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, section 2): 32-byte key, random 24-byte nonce, 16-byte tag. */
export const KEY_LENGTH = 32
export const NONCE_LENGTH = 24
export const TAG_LENGTH = 16

/** nonce ‖ ciphertext ‖ tag. A random nonce of 24 bytes never repeats, however many devices seal under one key. */
export function seal(
  key: Uint8Array,
  plaintext: Uint8Array,
  context: Uint8Array,
  random: RandomBytes = randomBytes
): Uint8Array {
  const nonce = random(NONCE_LENGTH)
  const sealed = new Uint8Array(NONCE_LENGTH + plaintext.length + TAG_LENGTH)
  sealed.set(nonce)
  const host = hostCipher()
  if (host !== null) sealed.set(host.seal(key, nonce, plaintext, context), NONCE_LENGTH)
  else xchacha20poly1305(key, nonce, context).encrypt(plaintext, sealed.subarray(NONCE_LENGTH))
  return sealed
}

/** The plaintext, owned by the caller; null when key, context or a single bit do not fit. */
export function open(key: Uint8Array, sealed: Uint8Array, context: Uint8Array): Uint8Array | null {
  if (sealed.length < NONCE_LENGTH + TAG_LENGTH) return null
  const [nonce, rest] = [sealed.subarray(0, NONCE_LENGTH), sealed.subarray(NONCE_LENGTH)]
  const host = hostCipher()
  if (host !== null) return host.open(key, nonce, rest, context)
  keepCompiled()
  try {
    return xchacha20poly1305(key, nonce, context).decrypt(rest)
  } catch {
    return null
  }
}

let kept: unknown = null

/**
 * V8 throws compiled code away with the last object of the shape that it was compiled for, and every frame has an
 * authenticator of its own: without one that stays, the frames after each garbage collection take five times as long.
 */
function keepCompiled(): void {
  kept ??= poly1305.create(new Uint8Array(KEY_LENGTH))
}

/**
 * The tag that these bytes would have (RFC 8439, section 2.8), without decrypting them: it tells a flipped bit in a
 * tag from bytes that were never whole. It must not be shown to anyone who could put it into a file.
 */
export function recomputeTag(key: Uint8Array, sealed: Uint8Array, context: Uint8Array): Uint8Array {
  const ciphertext = sealed.subarray(NONCE_LENGTH, -TAG_LENGTH)
  // The one-time key is the start of block 0; the text itself begins with block 1.
  const oneTimeKey = xchacha20(key, sealed.subarray(0, NONCE_LENGTH), new Uint8Array(32))
  const mac = poly1305.create(oneTimeKey)
  for (const part of [context, ciphertext]) mac.update(part).update(new Uint8Array(-part.length & 15))
  for (const part of [context, ciphertext]) mac.update(u32(part.length)).update(u32(0))
  oneTimeKey.fill(0)
  return mac.digest()
}

/** A label and its parts as one context; every part has a fixed length or comes last, so no two read the same. */
export function contextOf(label: string, ...parts: readonly Uint8Array[]): Uint8Array {
  return concatBytes(labelBytes(label), ...parts)
}

const labels = new Map<string, Uint8Array>()

/** There are a handful of labels, and one is needed for every frame. */
function labelBytes(label: string): Uint8Array {
  const known = labels.get(label) ?? Uint8Array.from(label, (character) => character.charCodeAt(0))
  labels.set(label, known)
  return known
}
