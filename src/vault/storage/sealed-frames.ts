import type { VaultKeys } from '../../core/crypto/key-derivation.ts'
import { VaultError } from '../../core/errors.ts'
import type { Head } from '../../core/format/header.ts'
import type { FramePlace, LogSource } from '../../core/format/log-reader.ts'
import { type Change, decodeDetails, decodeLines } from '../../core/vault/change.ts'
import { type AttachmentChunks, attachmentChunks } from './attachment-chunks.ts'
import { decodeChunk } from './chunk-body.ts'
import type { FoldedLog } from './fold-log.ts'
import { atFrame, openFrameAt } from './frame-at.ts'
import { frameScope } from './frame-scope.ts'

export type VerifyOptions = {
  /** What a group's details say, once they are authenticated: nobody has to open them a second time for it. */
  readonly onDetails?: (group: number, changes: readonly Change[]) => void
  /** Waited for before each frame: who asks for something meanwhile comes first. */
  readonly pause?: () => Promise<void>
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** The frames that opening a file left sealed: details and attachments, read when they are asked for. */
export type SealedFrames = {
  loadDetails(group: number): Promise<readonly Uint8Array[]>
  readAttachment(id: string): AsyncIterable<Uint8Array>
  /** Chunks that were appended since. */
  addChunks(places: readonly FramePlace[]): void
  verify(options?: VerifyOptions): Promise<void>
}

export function sealedFrames(source: LogSource, head: Head, keys: VaultKeys, log: FoldedLog): SealedFrames {
  const scope = frameScope(head, keys)
  const open = async (place: FramePlace): Promise<Uint8Array> => openFrameAt(source, scope, place)
  const index = indexOnDemand(open, log.chunks)
  return {
    async loadDetails(group) {
      const places = log.details[group]
      if (places === undefined) throw new VaultError('INTERNAL')
      return Promise.all(places.map(open))
    },
    async *readAttachment(id) {
      yield* (await index.whole()).read(id, source, keys, head)
    },
    addChunks: index.add,
    verify: async (options = {}) => verifyAll(open, log, options)
  }
}

type Open = (place: FramePlace) => Promise<Uint8Array>

type Sealed = Pick<FoldedLog, 'more' | 'details' | 'chunks'>

async function verifyAll(open: Open, { more, details, chunks }: Sealed, options: VerifyOptions): Promise<void> {
  const { onProgress, onDetails, signal, pause } = options
  const total = [...more, ...details.flat(), ...chunks].reduce((sum, { length }) => sum + length, 0)
  let done = 0
  async function verified<Said>(place: FramePlace, decode: (body: Uint8Array) => Said): Promise<Said> {
    await pause?.()
    if (signal?.aborted) throw new VaultError('CANCELLED')
    const body = await open(place)
    const said = atFrame(place, () => decode(body))
    onProgress?.((done += place.length), total)
    return said
  }
  for (const place of more) await verified(place, decodeLines)
  for (const [group, places] of details.entries()) {
    const changes: Change[] = []
    for (const place of places) for (const change of await verified(place, decodeDetails)) changes.push(change)
    onDetails?.(group, changes)
  }
  for (const place of chunks) await verified(place, decodeChunk)
}

type ChunkIndex = { add(places: readonly FramePlace[]): void; whole(): Promise<AttachmentChunks> }

/**
 * Which attachment a chunk belongs to is sealed with it, so the first attachment that is read opens every chunk once;
 * opening a vault never pays for its attachments.
 */
function indexOnDemand(open: Open, places: readonly FramePlace[]): ChunkIndex {
  const chunks = attachmentChunks()
  const waiting = [...places]
  let indexing: Promise<void> = Promise.resolve()
  async function indexWaiting(): Promise<void> {
    for (let place = waiting[0]; place !== undefined; place = waiting[0]) {
      const at = place
      try {
        const body = await open(at)
        atFrame(at, () => chunks.add(at, body))
      } catch (error) {
        // Damage of one attachment must not keep the others shut; without this chunk it is incomplete, which is told.
        if (!(error instanceof VaultError && error.code === 'VAULT_DAMAGED')) throw error
      }
      waiting.shift()
    }
  }
  return {
    add: (more) => void waiting.push(...more),
    async whole() {
      // Two readers at once would take each other's places off the list.
      indexing = indexing.catch(() => {}).then(indexWaiting)
      await indexing
      return chunks
    }
  }
}
