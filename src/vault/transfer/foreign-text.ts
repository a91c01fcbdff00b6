import { VaultError } from '../../core/errors.ts'

/** The longest text that JavaScript could hold is of no use to anybody. */
const MAX_TEXT_BYTES = 64 * 2 ** 20

/**
 * The text of a foreign file: UTF-8, UTF-16 with a byte order mark or that looks like it, else Windows-1252, which older
 * programs for Windows write. IMPORT_DAMAGED { place: 'encoding' } where no text has such bytes.
 */
export function foreignText(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_BYTES) throw new VaultError('IMPORT_REFUSED', { reason: 'size' })
  const text = decoded(bytes)
  if (text === null || text.includes('\u0000')) throw new VaultError('IMPORT_DAMAGED', { place: 'encoding' })
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** The beginning of it, to recognise a format by; '' for what is no text. */
export function startOfText(bytes: Uint8Array, length = 64 * 1024): string {
  try {
    // A character that the cut goes through must not decide that it is no UTF-8.
    const end = bytes.length > length ? lastLineEnd(bytes, length) : bytes.length
    return foreignText(bytes.subarray(0, end))
  } catch {
    return ''
  }
}

function decoded(bytes: Uint8Array): string | null {
  const utf16 = utf16Name(bytes)
  if (utf16 !== null) return decode(bytes, utf16)
  return decode(bytes, 'utf-8') ?? (isWindowsText(bytes) ? decode(bytes, 'windows-1252') : null)
}

function utf16Name([first, second, third, fourth]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Without a mark: the first two characters of an export are ASCII.
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be'
  return null
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

/** Control characters and the five bytes that Windows-1252 leaves out stand in no text. */
function isWindowsText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 0x20 || byte === 9 || byte === 10 || byte === 13) && !UNUSED.has(byte))
}
const UNUSED = new Set([0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d])

function lastLineEnd(bytes: Uint8Array, before: number): number {
  const at = bytes.lastIndexOf(10, before)
  // In UTF-16 the line feed is half of a character.
  return at <= 0 ? before : bytes[at + 1] === 0 ? at + 2 : at + 1
}
