import { concatBytes, readU32, u32 } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { MAX_BODY } from '../../core/format/frame.ts'

/** One piece of an attachment: `attachment` is 32 hex digits, `chunk` counts from 0. */
export type Chunk = {
  readonly attachment: string
  readonly chunk: number
  readonly last: boolean
  readonly bytes: Uint8Array
}

const ID_LENGTH = 16
const CHUNK_HEAD = ID_LENGTH + 4 + 1
/** Bytes of an attachment in one frame. docs/FORMAT.md, "Attachments". */
export const MAX_CHUNK = MAX_BODY - CHUNK_HEAD

/** The body of a kind 2 frame. TOO_LARGE past MAX_CHUNK bytes. */
export function encodeChunk({ attachment, chunk, last, bytes }: Chunk): Uint8Array {
  if (!/^[0-9a-f]{32}$/.test(attachment)) throw new VaultError('BAD_REQUEST')
  if (bytes.length > MAX_CHUNK) throw new VaultError('TOO_LARGE', { bytes: bytes.length })
  const id = Uint8Array.from({ length: ID_LENGTH }, (_, index) =>
    Number.parseInt(attachment.slice(index * 2, index * 2 + 2), 16)
  )
  return concatBytes(id, u32(chunk), Uint8Array.of(last ? 1 : 0), bytes)
}

/** VAULT_DAMAGED on anything that encodeChunk does not write. */
export function decodeChunk(body: Uint8Array): Chunk {
  const flag = body[CHUNK_HEAD - 1]
  if (flag === undefined || flag > 1) throw new VaultError('VAULT_DAMAGED')
  const id = Array.from(body.subarray(0, ID_LENGTH), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { attachment: id, chunk: readU32(body, ID_LENGTH), last: flag === 1, bytes: body.subarray(CHUNK_HEAD) }
}
