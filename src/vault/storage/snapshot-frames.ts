import { VaultError } from '../../core/errors.ts'
import { FRAME } from '../../core/format/frame.ts'
import { encodeCheckpoint } from '../../core/vault/checkpoint.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import { isArray, isObject, type Json } from '../../core/vault/json.ts'
import { isAttachmentValue } from '../../core/vault/properties.ts'
import type { LoadDetails } from '../../core/vault/sealed-details.ts'
import { snapshotGroups, type TransformState } from '../../core/vault/snapshot.ts'
import { encodeChunk } from './chunk-body.ts'

/** What a snapshot is written from; nothing of it is changed. */
export type SnapshotSource = {
  readonly folded: FoldedVault
  readonly loadDetails: LoadDetails
  /** Applied to a copy of each whole item, and of the vault's own properties, before it is written. */
  readonly transform?: TransformState
  /** The pieces of an attachment that a value names; nothing when they are lost, and then none are written. */
  readonly attachments: (id: string) => AsyncIterable<Uint8Array>
}

export type PlainFrame = { readonly kind: number; readonly body: Uint8Array }
export type SnapshotProgress = {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}
/** What the checkpoint says. */
export type SnapshotCounts = { items: number; changes: number }

/** The frames of a snapshot, unsealed, one at a time. `counts` is filled on the way. CANCELLED. */
export async function* snapshotFrames(
  source: SnapshotSource,
  counts: SnapshotCounts,
  { onProgress, signal }: SnapshotProgress
): AsyncIterable<PlainFrame> {
  const { folded, loadDetails, transform, attachments } = source
  const named = new Set<string>()
  const collect: TransformState = (item, state) => {
    transform?.(item, state)
    for (const [winner] of state.properties.values()) addAttachment(named, winner?.value ?? null)
  }
  for await (const group of snapshotGroups(folded, loadDetails, collect)) {
    if (signal?.aborted) throw new VaultError('CANCELLED')
    yield { kind: FRAME.moreChanges, body: group.columns }
    if (group.more !== null) yield { kind: FRAME.moreColumns, body: group.more }
    for (const body of group.details) yield { kind: FRAME.details, body }
    counts.items += group.items
    counts.changes += group.changes
    onProgress?.(counts.items, folded.itemCount)
  }
  for (const id of named) yield* attachmentFrames(id, attachments(id), signal)
  yield { kind: FRAME.checkpoint, body: encodeCheckpoint({ ...counts, clock: folded.clock }) }
}

function addAttachment(named: Set<string>, value: Json): void {
  if (!isAttachmentValue(value) || !isObject(value) || isArray(value)) return
  const { attachment } = value as { attachment?: Json }
  if (typeof attachment === 'string' && /^[0-9a-f]{32}$/.test(attachment)) named.add(attachment)
}

/** One piece is held back: only the next one tells whether it is the last. */
async function* attachmentFrames(
  attachment: string,
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined
): AsyncIterable<PlainFrame> {
  const frame = (chunk: number, last: boolean, bytes: Uint8Array): PlainFrame => ({
    kind: FRAME.chunk,
    body: encodeChunk({ attachment, chunk, last, bytes })
  })
  let chunk = 0
  let held: Uint8Array | null = null
  for await (const piece of pieces) {
    if (signal?.aborted) throw new VaultError('CANCELLED')
    if (held !== null) yield frame(chunk++, false, held)
    held = piece
  }
  if (held !== null) yield frame(chunk, true, held)
}
