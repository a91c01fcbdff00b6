import { TAG_LENGTH } from '../crypto/aead.ts'
import { VaultError } from '../errors.ts'
import { hasCommitBehind, isFlippedBit, newBudget } from './flipped-bit.ts'
import { FRAME, type FrameScope, isCommit, isFrameAuthentic, isKnownKind, openFrame } from './frame.ts'
import { type FramePlace, type LogSource, placeOf, type RawFrame, readRawFrame, windowed } from './log-reader.ts'
import { readAhead } from './read-ahead.ts'

/**
 * A frame that counts; `body` is null where the visitor did not want it. Of more columns (6), `sealed` is then what stands
 * there, to be opened when it is asked for without waiting for the disk.
 */
export type CommittedFrame = {
  readonly place: FramePlace
  readonly body: Uint8Array | null
  readonly sealed: Uint8Array | null
}

export type LogVisitor = {
  /** Whether details (5), chunks (2) and more columns (6) are to be opened now; changes and checkpoints always are. */
  readonly wants: (kind: number) => boolean
  /**
   * The frames that a commit frame commits, that one last. Frames of the first snapshot come one by one: without its
   * checkpoint the whole opening fails, so nothing of it is kept back.
   */
  commit(frames: readonly CommittedFrame[]): void
}

export type LogEnd = {
  /** Behind the last commit frame; the next save goes here. */
  readonly end: number
  readonly lastTag: Uint8Array
  readonly frames: number
  /** Behind the last checkpoint. */
  readonly snapshotEnd: number
  /** What stands behind the last commit: a save that was never finished, or one that was damaged. */
  readonly tail: { readonly offset: number; readonly bytes: number } | null
  /** A frame of a kind that this version does not know: the vault is read-only. */
  readonly tooNew: boolean
}

/**
 * No save that was never finished leaves so many bytes. Whoever may write to the file can lengthen it by any number of
 * them that take no room on the disk, and looking through them would take hours.
 */
const MOST_UNREADABLE = 2 ** 32

/** A small file is in one window anyway. */
const SMALL = 2 ** 18

type Reading = {
  /** What is judged stays valid; what is read from front to end need not. */
  readonly source: LogSource
  readonly stream: LogSource
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
export async function readLog(
  source: LogSource,
  start: number,
  scope: FrameScope,
  headerMac: Uint8Array,
  visitor: LogVisitor
): Promise<LogEnd> {
  const previousTag = headerMac.slice(0, TAG_LENGTH)
  const inWindows = windowed(source)
  const reading: Reading = {
    source: inWindows,
    stream: source.size <= SMALL ? inWindows : readAhead(source, start),
    scope,
    visitor,
    offset: start,
    previousTag,
    pending: [],
    end: start,
    lastTag: previousTag,
    frames: 0,
    snapshotEnd: 0,
    tooNew: false
  }
  while (reading.offset < source.size) if (!(await readNext(reading))) return judged(reading)
  // Without its checkpoint a snapshot may lack any number of items: never a shorter list.
  if (reading.snapshotEnd === 0) throw new VaultError('VAULT_DAMAGED', { offset: reading.offset })
  // Read to its end, a newer version's file has nothing unfinished that this version could tell.
  return endOf(reading, reading.tooNew ? reading.end : source.size)
}

/** False when the bytes at the offset are no readable frame. */
async function readNext(reading: Reading): Promise<boolean> {
  const { stream, offset, previousTag } = reading
  const frame = await readRawFrame(stream, offset)
  if (frame === null) return false
  const body = bodyOf(reading, frame)
  if (body === 'unreadable') return false
  // A save inside the first snapshot is what a checkpoint leaves behind whose kind was changed.
  if (frame.kind === FRAME.changes && reading.snapshotEnd === 0) throw new VaultError('VAULT_DAMAGED', { offset })
  const sealed = frame.kind === FRAME.moreColumns && body === null ? frame.sealed.slice() : null
  take(reading, { place: placeOf(offset, frame, previousTag), body, sealed })
  return true
}

const MAY_STAY_SEALED: ReadonlySet<number> = new Set([FRAME.details, FRAME.chunk, FRAME.moreColumns])

/**
 * Details, chunks and more columns of the first snapshot may stay sealed: its counts tell when a frame's kind was changed to theirs.
 * Behind it every frame is authenticated at once; a commit frame turned into details would take its save away in silence.
 */
function bodyOf(
  { scope, visitor, snapshotEnd, previousTag }: Reading,
  { kind, sealed }: RawFrame
): CommittedFrame['body'] | 'unreadable' {
  if (!MAY_STAY_SEALED.has(kind) || visitor.wants(kind)) {
    return openFrame(scope, kind, sealed, previousTag) ?? 'unreadable'
  }
  return snapshotEnd === 0 || isFrameAuthentic(scope, kind, sealed, previousTag) ? null : 'unreadable'
}

function take(reading: Reading, frame: CommittedFrame): void {
  const { place } = frame
  const inSnapshot = reading.snapshotEnd === 0
  reading.offset = place.offset + place.length
  reading.previousTag = place.tag
  reading.frames += 1
  if (isKnownKind(place.kind)) reading.pending.push(frame)
  else reading.tooNew = true
  if (place.kind === FRAME.checkpoint) reading.snapshotEnd = reading.offset
  if (isCommit(place.kind)) Object.assign(reading, { end: reading.offset, lastTag: place.tag })
  else if (!inSnapshot) return
  if (reading.pending.length > 0) reading.visitor.commit(reading.pending)
  reading.pending = []
}

/** An unreadable frame: damage, or the remains of a save that nobody was told had succeeded. */
async function judged(reading: Reading): Promise<LogEnd> {
  const { source, scope, offset, snapshotEnd } = reading
  const damaged = new VaultError('VAULT_DAMAGED', { offset })
  if (snapshotEnd === 0 || source.size - offset > MOST_UNREADABLE) throw damaged
  const budget = newBudget(source)
  if (await isFlippedBit(source, scope, offset, reading.previousTag, budget)) throw damaged
  if (await hasCommitBehind(source, scope, offset + 1, budget)) throw damaged
  return endOf(reading, source.size)
}

function endOf({ end, lastTag, frames, snapshotEnd, tooNew, pending }: Reading, size: number): LogEnd {
  const bytes = size - end
  const tail = bytes === 0 ? null : { offset: end, bytes }
  return { end, lastTag, frames: frames - pending.length, snapshotEnd, tail, tooNew }
}
