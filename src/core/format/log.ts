import { TAG_LENGTH } from '../crypto/aead.ts'
import { VaultError } from '../errors.ts'
import { findFlippedBit, hasCommitBehind, newBudget } from './flipped-bit.ts'
import { FRAME, type FrameScope, isCommit, openFrame } from './frame.ts'
import { type FramePlace, type LogSource, placeOf, readRawFrame, windowed } from './log-reader.ts'

/** A frame that counts; `body` is null where it was left sealed. */
export type CommittedFrame = { readonly place: FramePlace; readonly body: Uint8Array | null }

export type LogVisitor = {
  /** Kinds of the first snapshot to open now. Changes, checkpoints and all that follows the snapshot always are. */
  readonly wants: (kind: number) => boolean
  /** The frames that a commit frame commits, that one last. Frames of the first snapshot come one by one. */
  commit(frames: readonly CommittedFrame[]): void
}

export type LogEnd = {
  /** Behind the last commit frame; the next save goes here. */
  readonly end: number
  readonly lastTag: Uint8Array
  readonly frames: number
  /** Behind the last checkpoint. */
  readonly snapshotEnd: number
  /** What could not be read behind the last commit: a save that was never finished, or one that was damaged. */
  readonly tail: { readonly offset: number; readonly bytes: number } | null
  /** A frame of a kind that this version does not know: the vault is read-only. */
  readonly tooNew: boolean
}

type Reading = {
  readonly source: LogSource
  readonly scope: FrameScope
  readonly visitor: LogVisitor
  offset: number
  previousTag: Uint8Array
  pending: CommittedFrame[]
  end: number
  lastTag: Uint8Array
  frames: number
  snapshotEnd: number
  tooNew: boolean
}

/**
 * Reads the frames from `start` to the end of the file, one window at a time, and applies the rules for that end.
 * VAULT_DAMAGED { offset }. docs/FORMAT.md, "Frames" and "The end of the file".
 */
export async function readLog(source: LogSource, start: number, scope: FrameScope, headerMac: Uint8Array, visitor: LogVisitor): Promise<LogEnd> {
  const previousTag = headerMac.slice(0, TAG_LENGTH)
  const reading: Reading = {
    source: windowed(source), scope, visitor, offset: start, previousTag,
    pending: [], end: start, lastTag: previousTag, frames: 0, snapshotEnd: 0, tooNew: false
  }
  while (reading.offset < source.size) if (!(await readNext(reading))) return judged(reading)
  // Without its checkpoint a snapshot may lack any number of items: never a shorter list.
  if (reading.snapshotEnd === 0) throw new VaultError('VAULT_DAMAGED', { offset: reading.offset })
  return endOf(reading)
}

/** False when the bytes at the offset are no readable frame. */
async function readNext(reading: Reading): Promise<boolean> {
  const { source, scope, visitor, offset, previousTag } = reading
  const frame = await readRawFrame(source, offset)
  if (frame === null) return false
  const isKnown = Object.values<number>(FRAME).includes(frame.kind)
  // Behind the first snapshot every frame is authenticated at once: a commit frame whose kind was changed to one that
  // may stay sealed would otherwise take its save away in silence. In the snapshot the checkpoint's counts tell.
  const opens = reading.snapshotEnd > 0 || isCommit(frame.kind) || !isKnown || visitor.wants(frame.kind)
  const body = opens ? openFrame(scope, frame.kind, frame.sealed, previousTag) : null
  if (opens && body === null) return false
  if (!isKnown) reading.tooNew = true
  take(reading, { place: placeOf(offset, frame, previousTag), body }, isKnown)
  return true
}

function take(reading: Reading, frame: CommittedFrame, isKnown: boolean): void {
  const { place } = frame
  reading.offset = place.offset + place.length
  reading.previousTag = place.tag
  reading.frames += 1
  if (isKnown) reading.pending.push(frame)
  const inSnapshot = reading.snapshotEnd === 0
  if (place.kind === FRAME.checkpoint) reading.snapshotEnd = reading.offset
  if (!isCommit(place.kind) && !inSnapshot) return
  reading.visitor.commit(reading.pending)
  reading.pending = []
  if (!isCommit(place.kind)) return
  reading.end = reading.offset
  reading.lastTag = place.tag
}

/** An unreadable frame: damage, or the remains of a save that nobody was told had succeeded. */
async function judged(reading: Reading): Promise<LogEnd> {
  const { source, scope, offset, snapshotEnd } = reading
  const damaged = new VaultError('VAULT_DAMAGED', { offset })
  if (snapshotEnd === 0) throw damaged
  const budget = newBudget(source)
  if ((await findFlippedBit(source, scope, offset, [reading.previousTag], budget)) !== null) throw damaged
  if (await hasCommitBehind(source, scope, offset + 1, budget)) throw damaged
  return endOf(reading)
}

function endOf({ source, end, lastTag, frames, snapshotEnd, tooNew, pending }: Reading): LogEnd {
  const bytes = source.size - end
  const tail = bytes === 0 ? null : { offset: end, bytes }
  return { end, lastTag, frames: frames - pending.length, snapshotEnd, tail, tooNew }
}
