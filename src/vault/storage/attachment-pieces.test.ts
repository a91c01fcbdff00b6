import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasPieces, toChunks } from './attachment-pieces.ts'
import type { Chunk } from './chunk-body.ts'

const ID = 'ab'.repeat(16)

async function* from(pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces
}

describe('the pieces of an attachment', () => {
  test('are counted from 0 in their order, and only the last one is marked', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(pieces, async (all) => {
        const chunks: Chunk[] = []
        for await (const chunk of toChunks(ID, from(all))) chunks.push(chunk)
        expect(chunks).toEqual(
          all.map((bytes, chunk) => ({ attachment: ID, chunk, last: chunk === all.length - 1, bytes }))
        )
      })
    )
  })

  test('are known to be there from the first one, and no other is read', async () => {
    let read = 0
    async function* counted(): AsyncIterable<Uint8Array> {
      for (;;) {
        read += 1
        yield new Uint8Array()
      }
    }
    expect([await hasPieces(counted()), read]).toEqual([true, 1])
    expect(await hasPieces(from([]))).toBe(false)
  })
})
