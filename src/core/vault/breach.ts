import { VaultError } from '../errors.ts'

/**
 * Lines of the published list of passwords from known breaches (Pwned Passwords): `HASH:COUNT`, sorted by hash. The
 * hash is SHA-1 because the list is keyed by it, and it protects nothing here: it never stands in a vault, and of it
 * five hex digits at most leave this computer.
 */

export const HASH_LENGTH = 20
/** Hex digits of a hash by which the list is cut into ranges: all that a range query tells. */
export const PREFIX_LENGTH = 5
const HEX_LENGTH = 2 * HASH_LENGTH
const MOST_COUNT_DIGITS = 12

/** No line is longer: hash, colon, count, carriage return and line feed. */
export const LONGEST_LINE = HEX_LENGTH + 1 + MOST_COUNT_DIGITS + 2

export type BreachLine = {
  readonly hash: Uint8Array
  readonly count: number
  /** Where the next line begins. */
  readonly next: number
}

const [LF, CR, COLON] = [10, 13, 58]

/**
 * The line that begins at `start` of these bytes; `prefix` are the hex digits that stand in the name of the list and not
 * in its lines. Null when it is no such line, or does not end within the bytes; the end of the file ends a line too.
 */
export function readBreachLine(
  bytes: Uint8Array,
  start: number,
  { prefix = '', atEnd = false }: { readonly prefix?: string; readonly atEnd?: boolean } = {}
): BreachLine | null {
  const end = bytes.indexOf(LF, start)
  if (end < 0 && !atEnd) return null
  const next = end < 0 ? bytes.length : end + 1
  let last = end < 0 ? bytes.length : end
  if (bytes[last - 1] === CR) last -= 1
  const colon = start + HEX_LENGTH - prefix.length
  if (bytes[colon] !== COLON || last <= colon) return null
  const hash = readHash(bytes, start, prefix)
  const count = readCount(bytes, colon + 1, last)
  return hash === null || count === null ? null : { hash, count, next }
}

function readHash(bytes: Uint8Array, start: number, prefix: string): Uint8Array | null {
  const hash = new Uint8Array(HASH_LENGTH)
  for (let place = 0; place < HEX_LENGTH; place++) {
    const inPrefix = place < prefix.length
    const digit = hexDigit(inPrefix ? prefix.charCodeAt(place) : (bytes[start + place - prefix.length] ?? 0))
    if (digit < 0) return null
    hash[place >> 1] = ((hash[place >> 1] ?? 0) << 4) | digit
  }
  return hash
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const letter = (code | 32) - 97
  return letter >= 0 && letter < 6 ? letter + 10 : -1
}

function readCount(bytes: Uint8Array, from: number, to: number): number | null {
  if (to - from < 1 || to - from > MOST_COUNT_DIGITS) return null
  let count = 0
  for (let place = from; place < to; place++) {
    const digit = (bytes[place] ?? 0) - 48
    if (digit < 0 || digit > 9) return null
    count = count * 10 + digit
  }
  return count
}

/** Negative when `a` sorts before `b`. */
export function compareHashes(a: Uint8Array, b: Uint8Array): number {
  for (let place = 0; place < HASH_LENGTH; place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

export const hexOf = (hash: Uint8Array): string =>
  Array.from(hash, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()

/** The five digits that a range query tells; nothing else of the hash becomes text. */
export const prefixOf = (hash: Uint8Array): string => hexOf(hash.subarray(0, 3)).slice(0, PREFIX_LENGTH)

/** What is left of the hash behind the prefix, as the answer to a range query has it. */
export type RangeLine = { readonly suffix: string; readonly count: number }

/** A line of an answer is 35 hex digits, a colon and a count; some five hundred of them are real, and at most 1,000 padded. */
export const MOST_RANGE_LINES = 10_000
const RANGE_LINE = /^([0-9A-Fa-f]{35}):(\d{1,12})$/

/**
 * The answer to a range query, without the lines of count 0: these are padding, so that its length tells nobody which
 * range was asked for. NETWORK when it is anything else, the page of a hotel's log-in for example.
 */
export function readRange(text: string): readonly RangeLine[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  if (lines.length === 0 || lines.length > MOST_RANGE_LINES) throw new VaultError('NETWORK', { why: 'answer' })
  return lines.flatMap((line) => {
    const [, suffix, count] = RANGE_LINE.exec(line) ?? []
    if (suffix === undefined || count === undefined) throw new VaultError('NETWORK', { why: 'answer' })
    return Number(count) === 0 ? [] : [{ suffix: suffix.toUpperCase(), count: Number(count) }]
  })
}

/**
 * The power of ten at or below a count. The exact one is as good as the name of the password: of the common ones no two
 * were seen equally often.
 */
export function seenAtLeast(count: number): number {
  if (!(count >= 1)) return 0
  let power = 1
  while (power * 10 <= count) power *= 10
  return power
}
