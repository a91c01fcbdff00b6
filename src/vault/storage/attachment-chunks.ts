import { concatBytes } from '../../core/bytes.ts'
import { TAG_LENGTH } from '../../core/crypto/aead.ts'
import type { VaultKeys } from '../../core/crypto/key-derivation.ts'
import { VaultError } from '../../core/errors.ts'
import { openFrame } from '../../core/format/frame.ts'
import type { Head } from '../../core/format/header.ts'
import type { FramePlace, LogSource } from '../../core/format/log-reader.ts'
import { decodeChunk } from './chunk-body.ts'
import { sealedAt } from './frame-at.ts'
import { frameScope } from './frame-scope.ts'

/** Where the pieces of each attachment stand, so that one can be streamed without holding it. */
export type AttachmentChunks = {
  /** The body of a kind 2 frame that was opened at `place`. VAULT_DAMAGED when it is no chunk. */
  add(place: FramePlace, body: Uint8Array): void
  /**
   * The pieces of an attachment, in order. Nothing at all when one of them is missing: the value that names the
   * attachment has its size and SHA-256, by which its reader tells. VAULT_DAMAGED { offset } when one does not open.
   */
  read(id: string, source: LogSource, keys: VaultKeys, head: Head): AsyncIterable<Uint8Array>
}

type Piece = { readonly place: FramePlace; readonly last: boolean }

export function attachmentChunks(): AttachmentChunks {
  const known = new Map<string, Map<number, Piece>>()
  return {
    add(place, body) {
      const { attachment, chunk, last } = decodeChunk(body)
      const pieces = known.get(attachment) ?? new Map<number, Piece>()
      // A merge may bring the same chunk again; either does, and the first is as good.
      if (!pieces.has(chunk)) pieces.set(chunk, { place, last })
      known.set(attachment, pieces)
    },
    async *read(id, source, keys, head) {
      for (const { place } of wholeAttachment(known.get(id))) {
        const sealed = await sealedAt(source, place)
        const scope = frameScope(head, keys)
        // Salvage knows the tag that a hit one should have been.
        const mended = concatBytes(sealed.subarray(0, -TAG_LENGTH), place.tag)
        const body =
          openFrame(scope, place.kind, sealed, place.previousTag) ??
          openFrame(scope, place.kind, mended, place.previousTag)
        if (body === null) throw new VaultError('VAULT_DAMAGED', { offset: place.offset })
        yield decodeChunk(body).bytes
      }
    }
  }
}

/** All pieces from the first to the one marked as last, or none. */
function wholeAttachment(pieces: ReadonlyMap<number, Piece> | undefined): readonly Piece[] {
  const whole: Piece[] = []
  for (let piece = pieces?.get(0); piece !== undefined; piece = pieces?.get(whole.length)) {
    whole.push(piece)
    if (piece.last) return whole
  }
  return []
}
