import { VaultError } from '../../core/errors.ts'
import { FRAME, type FrameScope } from '../../core/format/frame.ts'
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
  readonly chunks: readonly FramePlace[]
}

/** Reads every committed frame into the fold, which must be empty. VAULT_DAMAGED { offset }. */
export async function foldLog(
  source: LogSource,
  start: number,
  scope: FrameScope,
  headerMac: Uint8Array,
  into: FoldedVault
): Promise<FoldedLog> {
  const taking = { into, inSnapshot: true, details: [] as FramePlace[][], chunks: [] as FramePlace[] }
  const end = await readLog(source, start, scope, headerMac, {
    wants: () => false,
    commit: (frames) => takeFrames(taking, frames)
  })
  return { ...end, details: taking.details, chunks: taking.chunks }
}

type Taking = {
  readonly into: FoldedVault
  inSnapshot: boolean
  readonly details: FramePlace[][]
  readonly chunks: FramePlace[]
}

function takeFrames(taking: Taking, frames: readonly CommittedFrame[]): void {
  for (const [index, frame] of frames.entries()) {
    atFrame(frame.place, () => takeFrame(taking, frame, frames[index + 1]?.place.kind === FRAME.details))
  }
}

function takeFrame(taking: Taking, { place, body }: CommittedFrame, detailsFollow: boolean): void {
  if (place.kind === FRAME.details) lastGroup(taking).push(place)
  else if (place.kind === FRAME.chunk) taking.chunks.push(place)
  else if (body === null) throw new VaultError('INTERNAL')
  else if (place.kind === FRAME.checkpoint) {
    takeCheckpoint(taking.into, body)
    taking.inSnapshot = false
  } else if (place.kind === FRAME.moreChanges && (taking.inSnapshot || detailsFollow)) {
    taking.into.addGroup(body, taking.details.push([]) - 1)
  } else for (const change of decodeChanges(body)) taking.into.apply(change)
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
