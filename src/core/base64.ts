import { VaultError } from './errors.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const CANONICAL = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

// In every environment we run in, but neither in ECMAScript's types nor worth all of the DOM's.
declare function btoa(binary: string): string
declare function atob(text: string): string

/** Standard base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8192)
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return btoa(binary)
}

/** VAULT_DAMAGED unless it is the one text that its bytes have: no white space, padded, unused bits zero. */
export function fromBase64(text: string): Uint8Array {
  if (!CANONICAL.test(text) || !hasZeroRest(text)) throw new VaultError('VAULT_DAMAGED')
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

function hasZeroRest(text: string): boolean {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  if (padding === 0) return true
  const last = ALPHABET.indexOf(text.charAt(text.length - padding - 1))
  return (last & (padding === 2 ? 0x0f : 0x03)) === 0
}
