import { type Chunk, MAX_CHUNK } from '../../storage/chunk-body.ts'
import type { ImportPlan } from './plan-import.ts'

/** The pieces of every attachment, in order, as often as a save is tried. One that is empty has one piece of nothing. */
export function attachmentChunks(plan: ImportPlan): AsyncIterable<Chunk> {
  return { [Symbol.asyncIterator]: () => attachmentPieces(plan) }
}

async function* attachmentPieces({ items }: ImportPlan): AsyncGenerator<Chunk> {
  for (const { id: attachment, bytes } of items.flatMap((planned) => planned.attachments)) {
    const count = Math.max(1, Math.ceil(bytes.length / MAX_CHUNK))
    for (let chunk = 0; chunk < count; chunk++) {
      const piece = bytes.subarray(chunk * MAX_CHUNK, (chunk + 1) * MAX_CHUNK)
      yield { attachment, chunk, last: chunk === count - 1, bytes: piece }
    }
  }
}
