import { VaultError } from '../../core/errors.ts'
import { FRAME, type FrameScope, openFrame } from '../../core/format/frame.ts'
import { type CommittedFrame, type LogEnd, readLog } from '../../core/format/log.ts'
import type { FramePlace, LogSource } from '../../core/format/log-reader.ts'
import { decodeChanges } from '../../core/vault/change.ts'
import { decodeCheckpoint } from '../../core/vault/checkpoint.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import { atFrame } from './frame-at.ts'

/** What reading a log leaves behind, beside the fold: where it ended, and where the frames stand that stayed sealed. */
export type FoldedLog = LogEnd & {
  /** Of each group, its details frames. */
  readonly details: readonly (readonly FramePlace[])[]
  readonly more: readonly FramePlace[]
  readonly chunks: readonly FramePlace[]
}

/** Bytes; most items take more. */
const LEAST_PER_ITEM = 256

/** Reads every committed frame into the fold, which must be empty. VAULT_DAMAGED { offset }. */
export async function foldLog(
  source: LogSource,
  start: number,
  scope: FrameScope,
  headerMac: Uint8Array,
  into: FoldedVault
): Promise<FoldedLog> {
  into.makeRoom(Math.floor(source.size / LEAST_PER_ITEM))
  const taking: Taking = { into, scope, inSnapshot: true, held: null, details: [], more: [], chunks: [] }
  const end = await readLog(source, start, scope, headerMac, {
    wants: () => false,
    commit: (frames) => takeFrames(taking, frames)
  })
  return { ...end, details: taking.details, more: taking.more, chunks: taking.chunks }
}

type Opened = { readonly place: FramePlace; readonly body: Uint8Array }

type Taking = {
  readonly into: FoldedVault
  readonly scope: FrameScope
  inSnapshot: boolean
  /** Columns wait for the frame behind them: it may be the rest of them. */
  held: Opened | null
  readonly details: FramePlace[][]
  readonly more: FramePlace[]
  readonly chunks: FramePlace[]
}

function takeFrames(taking: Taking, frames: readonly CommittedFrame[]): void {
  for (const frame of frames) {
    const { held } = taking
    taking.held = null
    if (held !== null) atFrame(held.place, () => takeColumns(taking, held, frame))
    atFrame(frame.place, () => takeFrame(taking, frame, held !== null))
  }
}

function takeFrame(taking: Taking, frame: CommittedFrame, followsColumns: boolean): void {
  const { place, body } = frame
  if (body === null) takeSealed(taking, place, followsColumns)
  else if (place.kind === FRAME.checkpoint) {
    takeCheckpoint(taking.into, body)
    taking.inSnapshot = false
  } else if (place.kind === FRAME.moreChanges) taking.held = { place, body }
  else for (const change of decodeChanges(body)) taking.into.apply(change)
}

/** Details, chunks and more columns: none of them was asked for, so all of them stay sealed. */
function takeSealed(taking: Taking, place: FramePlace, followsColumns: boolean): void {
  if (place.kind === FRAME.details) lastGroup(taking).push(place)
  else if (place.kind === FRAME.chunk) taking.chunks.push(place)
  else if (!followsColumns) throw new VaultError('VAULT_DAMAGED')
  else taking.more.push(place)
}

/** In the snapshot every frame of kind 4 begins a group; behind it, those that something sealed follows. */
function takeColumns(taking: Taking, { body }: Opened, { place, sealed }: CommittedFrame): void {
  const { into, inSnapshot, details } = taking
  if (sealed !== null) into.addGroup(body, details.push([]) - 1, opener(taking, place, sealed))
  else if (inSnapshot || place.kind === FRAME.details) into.addGroup(body, details.push([]) - 1)
  else for (const change of decodeChanges(body)) into.apply(change)
}

function opener({ scope }: Taking, place: FramePlace, sealed: Uint8Array): () => Uint8Array {
  return () => {
    const body = openFrame(scope, place.kind, sealed, place.previousTag)
    if (body === null) throw new VaultError('VAULT_DAMAGED', { offset: place.offset })
    return body
  }
}

/** Details belong to the columns that they stand behind; without any before them they belong to nothing. */
function lastGroup({ details }: Taking): FramePlace[] {
  const group = details.at(-1)
  if (group === undefined) throw new VaultError('VAULT_DAMAGED')
  return group
}

/** The counts show that no frame before it was lost, or turned into one of a kind that may stay sealed. */
function takeCheckpoint(into: FoldedVault, body: Uint8Array): void {
  const { items, changes, clock } = decodeCheckpoint(body)
  if (items !== into.itemCount || changes !== into.changeCount) throw new VaultError('VAULT_DAMAGED')
  into.raiseClock(clock)
}
