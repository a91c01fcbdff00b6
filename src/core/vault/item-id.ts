import { hostBase64 } from '../base64-host.ts'
import { VaultError } from '../errors.ts'

/** The bytes of an item's UUID. */
export const ID_LENGTH = 16

const ITEM_ID = /^(?!0{8}-0{4}-0{4}-0{4}-0{12}$)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A lower-case UUID. The one of zeros is refused: it would seal concealed values in the vault's own context. */
export function isItemId(value: unknown): value is string {
  return typeof value === 'string' && ITEM_ID.test(value)
}

/** Writes the bytes of an id that isItemId lets through. Every look-up of an item does this: no text is made on the way. */
export function writeItemId(id: string, into: Uint8Array, offset: number): void {
  // Looked up for every item by every pass over a vault: no text is made of any of its digits.
  for (let byte = 0, at = 0; byte < ID_LENGTH; byte++, at += 2) {
    if (id.charCodeAt(at) === 0x2d) at += 1
    into[offset + byte] = (hexDigit(id.charCodeAt(at)) << 4) | hexDigit(id.charCodeAt(at + 1))
  }
}

const hexDigit = (code: number): number => (code <= 0x39 ? code - 0x30 : code - 0x57)

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
const DASHES = new Set([4, 6, 8, 10])

export function readItemId(from: Uint8Array, offset: number): string {
  let text = ''
  for (let byte = 0; byte < ID_LENGTH; byte++) {
    if (DASHES.has(byte)) text += '-'
    text += HEX[from[offset + byte] ?? 0] ?? ''
  }
  return text
}

const PLACES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const NO_DIGIT = 0x80
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const place = PLACES.indexOf(String.fromCharCode(code))
  return code === 0x3d ? 0 : place === -1 ? NO_DIGIT : place
})

/**
 * The ids of columns: base64 of 16 bytes each, at least one. VAULT_DAMAGED when it is not the one text of its bytes or
 * holds the id of zeros. A hundred thousand of them are read at every opening, so no text is made of any.
 */
export function decodeIds(text: string): Uint8Array<ArrayBuffer> {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const length = (text.length / 4) * 3 - padding
  if (text.length % 4 !== 0 || length <= 0 || length % ID_LENGTH !== 0) throw new VaultError('VAULT_DAMAGED')
  const decode = hostBase64()
  const ids = decode === null ? decoded(text, padding, length) : decode(text)
  if (ids === null || hasZeroId(ids)) throw new VaultError('VAULT_DAMAGED')
  return ids
}

function decoded(text: string, padding: number, length: number): Uint8Array<ArrayBuffer> | null {
  const ids = new Uint8Array(length)
  let wrong = 0
  for (let index = 0, at = 0; index < text.length; index += 4, at += 3) {
    const a = digit(text, index)
    const b = digit(text, index + 1)
    const c = digit(text, index + 2)
    const d = digit(text, index + 3)
    wrong |= a | b | c | d
    // What padding stands for is past the end, where nothing is written.
    ids[at] = (a << 2) | (b >>> 4)
    ids[at + 1] = (b << 4) | (c >>> 2)
    ids[at + 2] = (c << 6) | d
  }
  return (wrong & NO_DIGIT) !== 0 || !isPadded(text, padding) ? null : ids
}

/** Padding at the end only, and zeros in the bits that it leaves over. */
function isPadded(text: string, padding: number): boolean {
  const end = text.length - padding
  const unused = [0, 3, 15][padding] ?? 0
  return (digit(text, end - 1) & unused) === 0 && (text.indexOf('=') === -1 ? padding === 0 : text.indexOf('=') === end)
}

function digit(text: string, index: number): number {
  return DIGITS[text.charCodeAt(index)] ?? NO_DIGIT
}

function hasZeroId(bytes: Uint8Array<ArrayBuffer>): boolean {
  const words = new Uint32Array(bytes.buffer)
  for (let at = 0; at < words.length; at += 4)
    if (((words[at] ?? 0) | (words[at + 1] ?? 0) | (words[at + 2] ?? 0) | (words[at + 3] ?? 0)) === 0) return true
  return false
}
