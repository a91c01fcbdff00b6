import { toBase64 } from '../base64.ts'
import { concatBytes } from '../bytes.ts'
import { utf8Bytes } from '../vault/text.ts'

/** Shorter values occur everywhere by chance: masking them would shred the output and tell what they are. */
export const LEAST_MASKED = 4

/** How programs write a value as it is, in JSON, in addresses and in hex. */
export function plainForms(value: string): readonly Uint8Array[] {
  const bytes = utf8Bytes(value)
  if (bytes.length < LEAST_MASKED) return []
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const trimmed = value.trim()
  const forms = [
    value,
    // A shell's $(…) and many readers drop line ends.
    ...(trimmed.length >= LEAST_MASKED ? [trimmed] : []),
    value.replaceAll('\n', '\r\n'),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll('%20', '+'),
    hex,
    hex.toUpperCase()
  ]
  return [...new Set(forms)].map(utf8Bytes)
}

/**
 * The characters of base64 that stand for this value alone, whatever is encoded before and behind it: `user:password` has
 * the password at another place of the groups of three bytes than the password itself. In both alphabets.
 */
export function base64Forms(value: string): readonly Uint8Array[] {
  const bytes = utf8Bytes(value)
  if (bytes.length < LEAST_MASKED) return []
  const texts = [0, 1, 2].map((before) => determined(bytes, before))
  const both = texts.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')])
  return [...new Set(both)].map(utf8Bytes)
}

function determined(bytes: Uint8Array, before: number): string {
  const text = toBase64(concatBytes(new Uint8Array(before), bytes, new Uint8Array(3)))
  const first = Math.ceil((before * 8) / 6)
  const end = Math.floor(((before + bytes.length) * 8) / 6)
  return text.slice(first, end)
}
