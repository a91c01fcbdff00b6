import { hchacha, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { equalBytes } from '../bytes.ts'

/**
 * ChaCha20-Poly1305 (RFC 8439, section 2.8) as the host has it, which is many times faster than any in JavaScript: 32-byte
 * key, 12-byte nonce. `sealed` is ciphertext ‖ tag; `open` gives null where that does not authenticate. Both give bytes
 * that nobody else holds.
 */
export type HostCipher = {
  readonly seal: (key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, context: Uint8Array) => Uint8Array
  readonly open: (key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, context: Uint8Array) => Uint8Array | null
}

let host: HostCipher | null = null
let offered: (() => HostCipher | null) | null = null

/**
 * What everything is sealed and opened with from now on in this thread; null for our own. Whether the host's was taken:
 * one that seals or opens anything in another way than ours is not.
 */
export function installHostCipher(cipher: HostCipher | null): boolean {
  offered = null
  host = cipher !== null && isSame(cipher) ? extended(cipher) : null
  return host !== null
}

/**
 * The same, judged when something is first sealed or opened: judging makes the engine compile, and its compiler would stand
 * in memory beside all that deriving a key takes.
 */
export function offerHostCipher(find: () => HostCipher | null): void {
  offered = find
}

/** The host's XChaCha20-Poly1305, with nonces of 24 bytes; null where ours has to do. */
export function hostCipher(): HostCipher | null {
  if (offered !== null) installHostCipher(offered())
  return host
}

/** draft-irtf-cfrg-xchacha-03, section 2.3: the key of the inner cipher is HChaCha20 of key and first 16 bytes of the nonce. */
const extended = ({ seal, open }: HostCipher): HostCipher => ({
  seal: (key, nonce, plaintext, context) =>
    withSubkey(key, nonce, (subkey) => seal(subkey, innerNonce(nonce), plaintext, context)),
  open: (key, nonce, sealed, context) =>
    withSubkey(key, nonce, (subkey) => open(subkey, innerNonce(nonce), sealed, context))
})

/** "expand 32-byte k" */
const SIGMA = Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574)
const HASHED = 16

function withSubkey<Value>(key: Uint8Array, nonce: Uint8Array, use: (subkey: Uint8Array) => Value): Value {
  // Words need bytes of their own: a view may begin anywhere, and the slice of a Buffer is one.
  const words = new Uint32Array(Uint8Array.from(key).buffer)
  const subkey = new Uint32Array(8)
  try {
    hchacha(SIGMA, words, new Uint32Array(Uint8Array.from(nonce.subarray(0, HASHED)).buffer), subkey)
    return use(new Uint8Array(subkey.buffer))
  } finally {
    words.fill(0)
    subkey.fill(0)
  }
}

function innerNonce(nonce: Uint8Array): Uint8Array {
  const inner = new Uint8Array(12)
  inner.set(nonce.subarray(HASHED), 4)
  return inner
}

/** Lengths around the blocks of the cipher (64) and of the tag (16). */
const LENGTHS = [0, 1, 15, 16, 17, 63, 64, 65, 1025]

function isSame(cipher: HostCipher): boolean {
  const [theirs, bytes] = [extended(cipher), Uint8Array.from({ length: 1025 }, (_, at) => (at * 167 + 13) & 0xff)]
  const [key, nonce] = [bytes.subarray(3, 35), bytes.subarray(40, 64)]
  try {
    return LENGTHS.every((length) => {
      const [plaintext, context] = [bytes.subarray(0, length), bytes.subarray(length)]
      const sealed = xchacha20poly1305(key, nonce, context).encrypt(plaintext)
      const opened = theirs.open(key, nonce, sealed, context)
      const isOpened = opened !== null && equalBytes(opened, plaintext)
      const refuses = theirs.open(key, nonce, sealed, Uint8Array.of(0, ...context)) === null
      return isOpened && refuses && equalBytes(theirs.seal(key, nonce, plaintext, context), sealed)
    })
  } catch {
    return false
  }
}
