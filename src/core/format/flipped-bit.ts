import { byteAt, equalBytes } from '../bytes.ts'
import { TAG_LENGTH } from '../crypto/aead.ts'
import {
  FRAME,
  FRAME_HEAD_LENGTH,
  frameHead,
  type FrameScope,
  frameTag,
  isCommit,
  isFrameAuthentic,
  isKnownKind,
  possibleLengths,
  readFrameHead,
  tagOf
} from './frame.ts'
import { type LogSource, type RawFrame, readRawFrame } from './log-reader.ts'

/**
 * Whether bytes that do not read as a frame were one once. A save that was never finished looks like an acknowledged one
 * that was damaged afterwards; what gives the second away is that something authenticates after all.
 */

/**
 * How many bytes may be authenticated while judging, and how many zeros looked through: a hostile file could be full of
 * heads that look right, and one with a hole in it be longer than could ever be read.
 */
export type Budget = { left: number; zeros: number }
/** No save is that long, and what is sealed has no stretch of zeros worth the name. */
const MOST_ZEROS = 2 ** 32
const SPARE = 64 * 2 ** 20
/** What starting on one frame costs, however short it is. */
const EACH = 4096
const SCAN = 2 ** 16
export const newBudget = (source: LogSource): Budget => ({ left: SPARE + source.size, zeros: MOST_ZEROS })

/** A frame as it was before its head or tag was hit; `tag` is the one that it must have had. */
export type Mended = RawFrame & { readonly tag: Uint8Array }

/**
 * The frame at `offset` if its head or its tag took the damage: both lengths and every kind are tried, and the tag is
 * computed anew over the bytes present. It was whole when that is the tag that is there, or when the frame behind chains
 * to it. Null: nothing says that there ever was a whole frame.
 */
export async function findMended(
  source: LogSource,
  scope: FrameScope,
  offset: number,
  previousTag: Uint8Array,
  budget: Budget
): Promise<Mended | null> {
  const head = await source.read(offset, FRAME_HEAD_LENGTH)
  for (const length of possibleLengths(head)) {
    const next = offset + FRAME_HEAD_LENGTH + length
    if (next > source.size) continue
    const sealed = await source.read(offset + FRAME_HEAD_LENGTH, length)
    for (const kind of kindsNear(byteAt(head, 8))) {
      if (!spend(budget, length)) return null
      const tag = tagOf(scope, kind, sealed, previousTag)
      const isWhole = equalBytes(tag, frameTag(sealed)) || (await follows(source, scope, next, tag, budget))
      if (isWhole) return { kind, length: FRAME_HEAD_LENGTH + length, sealed, tag }
    }
  }
  return null
}

/**
 * Whether a frame at `offset` was hit by a flipped bit, and not by a power cut: that takes whole sectors, and a lost end
 * of a sector takes several bits of the head that stood there. Text with a lost sector does not authenticate at all.
 */
export async function isFlippedBit(
  source: LogSource,
  scope: FrameScope,
  offset: number,
  previousTag: Uint8Array,
  budget: Budget
): Promise<boolean> {
  const mended = await findMended(source, scope, offset, previousTag, budget)
  if (mended === null) return false
  const head = await source.read(offset, FRAME_HEAD_LENGTH)
  return differentBits(head, frameHead(mended.sealed.length, mended.kind)) <= 1
}

/**
 * The offset of a readable frame at `from` or behind it: the tag before a frame is the 16 bytes before it. Where the zeros
 * allowed are used up, where their last stretch begins.
 */
export async function findReadable(
  source: LogSource,
  scope: FrameScope,
  from: number,
  accepts: (kind: number) => boolean,
  budget: Budget
): Promise<number | 'budget' | { readonly zerosFrom: number } | null> {
  let zerosFrom: number | null = null
  for (let start = from; start + FRAME_HEAD_LENGTH <= source.size; start += SCAN) {
    const bytes = await source.read(start, SCAN + FRAME_HEAD_LENGTH - 1)
    zerosFrom = isZero(bytes) ? (zerosFrom ?? start) : null
    if (zerosFrom !== null) {
      budget.zeros -= SCAN
      if (budget.zeros < 0) return { zerosFrom }
      continue
    }
    for (const offset of plausibleOffsets(bytes).map((index) => start + index)) {
      const frame = await readRawFrame(source, offset)
      if (frame === null || !accepts(frame.kind)) continue
      if (!spend(budget, frame.length)) return 'budget'
      if (isFrameAuthentic(scope, frame.kind, frame.sealed, await tagBefore(source, offset))) return offset
    }
  }
  return null
}

/**
 * A readable commit frame behind damage proves that what was damaged had been acknowledged; so may one of a kind that
 * only a newer version knows.
 */
export async function hasCommitBehind(
  source: LogSource,
  scope: FrameScope,
  from: number,
  budget: Budget
): Promise<boolean> {
  // A file that uses the budget up was made to; the careful answer is that it is damaged.
  return (await findReadable(source, scope, from, provesSave, budget)) !== null || budget.left <= 0
}

export const tagBefore = async (source: LogSource, offset: number): Promise<Uint8Array> =>
  Uint8Array.from(await source.read(offset - TAG_LENGTH, TAG_LENGTH))

function differentBits(a: Uint8Array, b: Uint8Array): number {
  let bits = 0
  for (const [index, byte] of a.entries())
    for (let rest = byte ^ byteAt(b, index); rest !== 0; rest &= rest - 1) bits += 1
  return bits
}

/** Four bytes at a time: a hole in a file is as many zeros as its length says. */
function isZero(bytes: Uint8Array): boolean {
  const skip = Math.min(-bytes.byteOffset & 3, bytes.length)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + skip, (bytes.length - skip) >> 2)
  for (let index = 0; index < words.length; index++) if (words[index] !== 0) return false
  const edges = [bytes.subarray(0, skip), bytes.subarray(skip + words.length * 4)]
  return edges.every((edge) => edge.every((byte) => byte === 0))
}

const provesSave = (kind: number): boolean => isCommit(kind) || !isKnownKind(kind)

/** Where four bytes are followed by their complement and a length in bounds: few places that are no frame. */
function plausibleOffsets(bytes: Uint8Array): readonly number[] {
  const offsets: number[] = []
  for (let index = 0; index + FRAME_HEAD_LENGTH <= bytes.length; index++) {
    if ((byteAt(bytes, index) ^ byteAt(bytes, index + 4)) !== 0xff) continue
    if (readFrameHead(bytes.subarray(index, index + FRAME_HEAD_LENGTH)) !== null) offsets.push(index)
  }
  return offsets
}

async function follows(
  source: LogSource,
  scope: FrameScope,
  offset: number,
  tag: Uint8Array,
  budget: Budget
): Promise<boolean> {
  const frame = await readRawFrame(source, offset)
  if (frame === null || !spend(budget, frame.length)) return false
  return isFrameAuthentic(scope, frame.kind, frame.sealed, tag)
}

/** Every kind of this version, and what one flipped bit makes of the kind that is there. */
function kindsNear(kind: number): ReadonlySet<number> {
  return new Set([kind, ...Object.values(FRAME), ...Array.from({ length: 8 }, (_, bit) => kind ^ (1 << bit))])
}

function spend(budget: Budget, bytes: number): boolean {
  budget.left -= bytes + EACH
  return budget.left > 0
}
