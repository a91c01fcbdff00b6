import { compareHashes, HASH_LENGTH, LONGEST_LINE, readBreachLine } from '../../core/vault/breach.ts'
import { VaultError } from '../../core/errors.ts'
import { readExactly, readUpTo } from '../storage/read-exactly.ts'
import type { OpenFile } from '../storage/vault-fs.ts'
import type { BreachList } from './breach-list.ts'

/** Read at once at the end of a search; some ninety lines. */
const BLOCK = 4096
/** Whatever line one falls into, it ends within the first half, and the next one is whole. */
const PROBE = 2 * LONGEST_LINE
/** Looked at when the list is opened: a list in another order passes once in 64! times. */
const SAMPLES = 64

type Line = { readonly hash: Uint8Array; readonly count: number; readonly at: number; readonly next: number }
/** Lines begin from `at` on, and their hashes sort from `hash` on; or up to there. */
type Bound = { readonly at: number; readonly hash: Uint8Array }

/**
 * The list as one file, some forty gigabytes of it: a look-up reads a few lines of 110 bytes and one block, never more
 * than the logarithm of its size. NOT_A_BREACH_LIST for what is no such list; takes the file over.
 */
export async function openSortedList(file: OpenFile): Promise<BreachList> {
  const { size, isFile } = await file.stat()
  if (!isFile) throw new VaultError('NOT_A_FILE')
  await checkBeginning(file, size)
  const first: Bound = { at: 0, hash: new Uint8Array(HASH_LENGTH) }
  const last: Bound = { at: size, hash: new Uint8Array(HASH_LENGTH).fill(0xff) }
  await checkOrder(file, size)
  return { seen: (hash) => search(file, { size, low: first, high: last }, hash), close: () => file.close() }
}

type Window = { readonly size: number; readonly low: Bound; readonly high: Bound }

const noList = (why: 'form' | 'order'): VaultError => new VaultError('NOT_A_BREACH_LIST', { why })

async function checkBeginning(file: OpenFile, size: number): Promise<void> {
  const bytes = await readUpTo(file, 0, Math.min(size, PROBE))
  if (readBreachLine(bytes, 0, { atEnd: size <= PROBE }) === null) throw noList('form')
}

async function checkOrder(file: OpenFile, size: number): Promise<void> {
  const step = Math.floor(size / SAMPLES)
  // Of a short list every line is read by the first search.
  if (step < BLOCK) return
  let before = new Uint8Array(HASH_LENGTH)
  for (let sample = 0; sample < SAMPLES - 1; sample++) {
    const { hash } = await lineBehind(file, size, sample * step)
    if (compareHashes(before, hash) > 0) throw noList('order')
    before = new Uint8Array(hash)
  }
}

async function search(file: OpenFile, { size, ...whole }: Window, hash: Uint8Array): Promise<number> {
  let { low, high } = whole
  for (let round = 0; high.at - low.at > BLOCK; round++) {
    const line = await lineBehind(file, size, guess(low, high, hash, round))
    if (compareHashes(line.hash, low.hash) < 0 || compareHashes(line.hash, high.hash) > 0) throw noList('order')
    const side = compareHashes(line.hash, hash)
    if (side === 0) return line.count
    if (side < 0) low = { at: line.next, hash: line.hash }
    else high = line
  }
  return scan(await readExactly(file, low.at, high.at - low.at), hash, high.at === size)
}

/** The first line that begins behind this place. */
async function lineBehind(file: OpenFile, size: number, at: number): Promise<Line> {
  const bytes = await readUpTo(file, at, Math.min(PROBE, size - at))
  const start = bytes.indexOf(10) + 1
  const line = start === 0 || start > LONGEST_LINE ? null : readBreachLine(bytes, start, { atEnd: at + PROBE >= size })
  if (line === null) throw noList('form')
  return { hash: line.hash, count: line.count, at: at + start, next: at + line.next }
}

/**
 * Hashes are spread evenly, so where one stands can be told well, now from below and now from above; every fifth guess
 * is the middle, so that no list, however it was made, takes more than five times the logarithm.
 */
function guess(low: Bound, high: Bound, hash: Uint8Array, round: number): number {
  const width = high.at - low.at
  const span = leading(high.hash) - leading(low.hash)
  const share = round % 5 === 4 || span <= 0 ? 0.5 : (leading(hash) - leading(low.hash)) / span
  const margin = (round % 2 === 0 ? -8 : 8) * Math.sqrt(width)
  const at = Math.floor(low.at + share * width + (share === 0.5 ? 0 : margin))
  return Math.max(low.at, Math.min(at, high.at - PROBE))
}

/** The first 48 bits as a number. */
const leading = (hash: Uint8Array): number => hash.subarray(0, 6).reduce((value, byte) => value * 256 + byte, 0)

/** Looks through whole lines. */
function scan(bytes: Uint8Array, hash: Uint8Array, atEnd: boolean): number {
  let before = new Uint8Array(HASH_LENGTH)
  let seen = 0
  for (let at = 0; at < bytes.length; ) {
    const line = readBreachLine(bytes, at, { atEnd })
    if (line === null) throw noList('form')
    if (compareHashes(before, line.hash) > 0) throw noList('order')
    if (compareHashes(line.hash, hash) === 0) seen = line.count
    before = new Uint8Array(line.hash)
    at = line.next
  }
  return seen
}
