import { equalBytes } from '../bytes.ts'
import { TAG_LENGTH } from '../crypto/aead.ts'
import { FRAME, FRAME_HEAD_LENGTH, type FrameScope, frameTag, isCommit, openFrame, possibleLengths, readFrameHead, tagOf } from './frame.ts'
import { type LogSource, type RawFrame, readRawFrame } from './log-reader.ts'

/**
 * Whether bytes that do not read as a frame were one once. A save that was never finished looks like an acknowledged one
 * that was damaged afterwards; what gives the second away is that something authenticates after all.
 */

/** How much may be authenticated while judging: a hostile file could be full of heads that look right. */
export type Budget = { left: number }
const SPARE = 64 * 2 ** 20
const SCAN = 2 ** 16
export const newBudget = (source: LogSource): Budget => ({ left: SPARE + source.size })

/** A frame as it was before a bit of it flipped; `sealed` are its bytes with the tag that it must have had. */
export type Mended = RawFrame & { readonly tag: Uint8Array }

/**
 * The frame at `offset` if its head or its tag took the damage: both lengths and every kind are tried, and the tag is
 * computed anew over the bytes present. `body` is null when the ciphertext itself changed but the frame behind still
 * chains to it. Null: nothing says that there ever was a whole frame.
 */
export async function findFlippedBit(
  source: LogSource,
  scope: FrameScope,
  offset: number,
  previousTags: readonly Uint8Array[],
  budget: Budget
): Promise<{ readonly frame: Mended | null; readonly next: number } | null> {
  if (offset + FRAME_HEAD_LENGTH > source.size) return null
  const head = await source.read(offset, FRAME_HEAD_LENGTH)
  for (const length of possibleLengths(head)) {
    const end = offset + FRAME_HEAD_LENGTH + length
    if (end > source.size) continue
    const sealed = Uint8Array.from(await source.read(offset + FRAME_HEAD_LENGTH, length))
    const present = frameTag(sealed)
    const whole = { length: FRAME_HEAD_LENGTH + length, sealed }
    for (const kind of kindsNear(head[8] ?? 0)) {
      for (const previousTag of previousTags) {
        const tag = spend(budget, length) ? tagOf(scope, kind, sealed, previousTag) : present
        if (equalBytes(tag, present) && budget.left > 0) return { frame: { ...whole, kind, tag }, next: end }
        if (await opensAfter(source, scope, end, tag, budget)) return { frame: { ...whole, kind, tag }, next: end }
      }
    }
    if (await opensAfter(source, scope, end, present, budget)) return { frame: null, next: end }
  }
  return null
}

/** The offset of a readable frame at `from` or behind it: the tag before a frame is the 16 bytes before it. */
export async function findReadable(
  source: LogSource,
  scope: FrameScope,
  from: number,
  accepts: (kind: number) => boolean,
  budget: Budget
): Promise<number | 'budget' | null> {
  for (let start = from; start + FRAME_HEAD_LENGTH <= source.size; start += SCAN) {
    const bytes = await source.read(start, SCAN + FRAME_HEAD_LENGTH - 1)
    for (const offset of plausibleOffsets(bytes).map((index) => start + index)) {
      const frame = await readRawFrame(source, offset)
      if (frame === null || !accepts(frame.kind)) continue
      if (!spend(budget, frame.length)) return 'budget'
      if (openFrame(scope, frame.kind, frame.sealed, await tagBefore(source, offset)) !== null) return offset
    }
  }
  return null
}

/** A readable commit frame behind damage proves that what was damaged had been acknowledged. */
export async function hasCommitBehind(source: LogSource, scope: FrameScope, from: number, budget: Budget): Promise<boolean> {
  // A file that uses the budget up was made to; the careful answer is that it is damaged.
  return (await findReadable(source, scope, from, isCommit, budget)) !== null
}

export const tagBefore = async (source: LogSource, offset: number): Promise<Uint8Array> =>
  Uint8Array.from(await source.read(offset - TAG_LENGTH, TAG_LENGTH))

/** Where four bytes are followed by their complement and a length in bounds: few places that are no frame. */
function plausibleOffsets(bytes: Uint8Array): readonly number[] {
  const offsets: number[] = []
  for (let index = 0; index + FRAME_HEAD_LENGTH <= bytes.length; index++) {
    if (((bytes[index] ?? 0) ^ (bytes[index + 4] ?? 0)) !== 0xff) continue
    if (readFrameHead(bytes.subarray(index, index + FRAME_HEAD_LENGTH)) !== null) offsets.push(index)
  }
  return offsets
}

async function opensAfter(source: LogSource, scope: FrameScope, offset: number, tag: Uint8Array, budget: Budget): Promise<boolean> {
  const frame = await readRawFrame(source, offset)
  if (frame === null || !spend(budget, frame.length)) return false
  return openFrame(scope, frame.kind, frame.sealed, tag) !== null
}

/** Every kind of this version, and what one flipped bit makes of the kind that is there. */
function kindsNear(kind: number): ReadonlySet<number> {
  return new Set([kind, ...Object.values(FRAME), ...Array.from({ length: 8 }, (_, bit) => kind ^ (1 << bit))])
}

function spend(budget: Budget, bytes: number): boolean {
  budget.left -= bytes
  return budget.left > 0
}
