import type { Chunk } from './chunk-body.ts'

/** The pieces of an attachment as the chunks of a save. One is held back: only the next tells whether it is the last. */
export async function* toChunks(attachment: string, pieces: AsyncIterable<Uint8Array>): AsyncIterable<Chunk> {
  let held: Chunk | null = null
  for await (const bytes of pieces) {
    if (held !== null) yield held
    held = { attachment, chunk: held === null ? 0 : held.chunk + 1, last: false, bytes }
  }
  if (held !== null) yield { ...held, last: true }
}

/** Whether there is a first piece; the rest is not read. */
export async function hasPieces(pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  for await (const _piece of pieces) return true
  return false
}
