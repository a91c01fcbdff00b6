import { VaultError } from '../errors.ts'

/** The bytes of an item's UUID. */
export const ID_LENGTH = 16

const ITEM_ID = /^(?!0{8}-0{4}-0{4}-0{4}-0{12}$)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A lower-case UUID. The one of zeros is refused: it would seal concealed values in the vault's own context. */
export function isItemId(value: unknown): value is string {
  return typeof value === 'string' && ITEM_ID.test(value)
}

/** Writes the bytes of an id that isItemId lets through. */
export function writeItemId(id: string, into: Uint8Array, offset: number): void {
  const digits = id.replaceAll('-', '')
  for (let byte = 0; byte < ID_LENGTH; byte++)
    into[offset + byte] = Number.parseInt(digits.slice(byte * 2, byte * 2 + 2), 16)
}

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
const DIGITS = Uint8Array.from({ length: 128 }, (_, code) => {
  const place = PLACES.indexOf(String.fromCharCode(code))
  return place === -1 ? 0xff : place
})

/**
 * The ids of columns: base64 of 16 bytes each, at least one. VAULT_DAMAGED when it is not the one text of its bytes or
 * holds the id of zeros. A hundred thousand of them are read at every opening, so no text is made of any.
 */
export function decodeIds(text: string): Uint8Array<ArrayBuffer> {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const length = (text.length / 4) * 3 - padding
  if (text.length % 4 !== 0 || length <= 0 || length % ID_LENGTH !== 0) throw new VaultError('VAULT_DAMAGED')
  const ids = new Uint8Array(length)
  let wrong = 0
  for (let index = 0, at = 0; index < text.length; index += 4, at += 3) {
    const padded = index + 4 === text.length ? padding : 0
    const a = digit(text, index)
    const b = digit(text, index + 1)
    const c = padded === 2 ? 0 : digit(text, index + 2)
    const d = padded > 0 ? 0 : digit(text, index + 3)
    wrong |= a | b | c | d
    ids[at] = (a << 2) | (b >>> 4)
    // Past the end nothing is written.
    ids[at + 1] = (b << 4) | (c >>> 2)
    ids[at + 2] = (c << 6) | d
  }
  if ((wrong & 0x80) !== 0 || !endsClean(text, padding) || hasZeroId(ids)) throw new VaultError('VAULT_DAMAGED')
  return ids
}

/** What padding leaves over of the last digit has to be zero. */
function endsClean(text: string, padding: number): boolean {
  return (digit(text, text.length - padding - 1) & (padding === 2 ? 15 : padding === 1 ? 3 : 0)) === 0
}

function digit(text: string, index: number): number {
  return DIGITS[text.charCodeAt(index)] ?? 0xff
}

function hasZeroId(bytes: Uint8Array<ArrayBuffer>): boolean {
  const words = new Uint32Array(bytes.buffer)
  for (let at = 0; at < words.length; at += 4)
    if (((words[at] ?? 0) | (words[at + 1] ?? 0) | (words[at + 2] ?? 0) | (words[at + 3] ?? 0)) === 0) return true
  return false
}
