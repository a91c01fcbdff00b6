import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto'
import { type HostCipher, offerHostCipher } from '../core/crypto/aead-host.ts'

const NAME = 'chacha20-poly1305'
const TAG_LENGTH = 16
const OPTIONS = { authTagLength: TAG_LENGTH }

/** OpenSSL's, which Node has and Electron's BoringSSL does not offer to JavaScript; null there. */
export function opensslCipher(): HostCipher | null {
  return getCiphers().includes(NAME) ? { seal, open } : null
}

let isOffered = false

/** Seals and opens with the host's cipher from now on, where it has one that does the same as ours. */
export function useFastestCipher(): void {
  if (!isOffered) offerHostCipher(opensslCipher)
  isOffered = true
}

function seal(key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, context: Uint8Array): Uint8Array {
  const cipher = createCipheriv(NAME, key, nonce, OPTIONS)
  cipher.setAAD(context, { plaintextLength: plaintext.length })
  const text = cipher.update(plaintext)
  cipher.final()
  const sealed = new Uint8Array(text.length + TAG_LENGTH)
  sealed.set(text)
  sealed.set(cipher.getAuthTag(), text.length)
  return sealed
}

function open(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, context: Uint8Array): Uint8Array | null {
  const decipher = createDecipheriv(NAME, key, nonce, OPTIONS)
  decipher.setAAD(context, { plaintextLength: sealed.length - TAG_LENGTH })
  decipher.setAuthTag(sealed.subarray(-TAG_LENGTH))
  const text = decipher.update(sealed.subarray(0, -TAG_LENGTH))
  try {
    decipher.final()
  } catch {
    // It was deciphered before it was judged: what did not authenticate must not be left to be read.
    text.fill(0)
    return null
  }
  // A Buffer's slice is no copy, as that of the bytes everybody else makes is.
  return new Uint8Array(text.buffer, text.byteOffset, text.length)
}
