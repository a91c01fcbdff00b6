import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes } from '../bytes.ts'
import { flip } from '../crypto/test-support/hex.ts'
import { type Budget, newBudget } from './flipped-bit.ts'
import { FRAME } from './frame.ts'
import type { LogSource } from './log-reader.ts'
import { salvageFrames } from './salvage.ts'
import { chain, MAC, SCOPE, SNAPSHOT, sourceOf } from './test-support/log.ts'

const KINDS = [...SNAPSHOT, FRAME.moreChanges, FRAME.details, FRAME.changes, FRAME.changes]
const frames = chain(KINDS)
const bytes = concatBytes(...frames)

async function salvage(damaged: Uint8Array) {
  const kept: string[] = []
  const lost: { offset: number; bytes: number }[] = []
  let next = 0
  for await (const part of salvageFrames(sourceOf(damaged), 0, SCOPE, MAC)) {
    if ('unread' in part) throw new Error('everything is to be looked through')
    // Every byte is either in a frame that was kept or reported as lost.
    expect('lost' in part ? part.lost.offset : part.place.offset).toBe(next)
    next += 'lost' in part ? part.lost.bytes : part.place.length
    if ('lost' in part) lost.push(part.lost)
    else kept.push(new TextDecoder().decode(part.body))
  }
  expect(next).toBe(damaged.length)
  return { kept, lost }
}

const offsetOf = (index: number): number => frames.slice(0, index).reduce((sum, frame) => sum + frame.length, 0)

describe('salvage', () => {
  test('of a whole log loses nothing', async () => {
    expect(await salvage(bytes)).toEqual({ kept: expect.objectContaining({ length: KINDS.length }), lost: [] })
  })

  test('loses at most the frame that a flipped bit is in, and none to a bit in a head, or in a tag that a frame follows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), async (bit) => {
        const { kept, lost } = await salvage(flip(bytes, bit))
        const index = frames.findIndex((frame, at) => bit >> 3 < offsetOf(at) + frame.length)
        const within = (bit >> 3) - offsetOf(index)
        // Nothing follows the last frame that would vouch for the tag it must have had.
        const isLast = index === KINDS.length - 1
        const isText = within >= 9 && (isLast || within < (frames[index]?.length ?? 0) - 16)
        expect(kept).toHaveLength(KINDS.length - (isText ? 1 : 0))
        expect(lost).toEqual(isText ? [{ offset: offsetOf(index), bytes: frames[index]?.length }] : [])
      }),
      { numRuns: 400 }
    )
  })

  test('goes on behind a hole, and says how large it was', async () => {
    const hole = Uint8Array.from(bytes).fill(0, offsetOf(1) + 5, offsetOf(3) + 100)
    const { kept, lost } = await salvage(hole)
    expect(kept).toEqual(['body 0', 'body 4', 'body 5', 'body 6'])
    expect(lost).toEqual([{ offset: offsetOf(1), bytes: offsetOf(4) - offsetOf(1) }])
  })

  test('of a cut file keeps what stands before the cut', async () => {
    const { kept, lost } = await salvage(bytes.subarray(0, bytes.length - 1))
    expect(kept).toHaveLength(KINDS.length - 1)
    expect(lost).toEqual([{ offset: offsetOf(6), bytes: (frames[6]?.length ?? 0) - 1 }])
  })

  /** The log, torn bytes, and behind them a hole of so many zeros. */
  const withHole = (torn: number, hole: number) => {
    const whole = concatBytes(bytes, new Uint8Array(torn).fill(0x55))
    return {
      size: whole.length + hole,
      read(offset: number, length: number) {
        const piece = new Uint8Array(Math.min(length, whole.length + hole - offset))
        piece.set(whole.subarray(offset, offset + length))
        return piece
      }
    }
  }

  async function partsOf(source: LogSource, budgetFor?: () => Budget): Promise<unknown[]> {
    const parts: unknown[] = []
    for await (const part of salvageFrames(source, 0, SCOPE, MAC, budgetFor))
      parts.push('place' in part ? 'kept' : part)
    return parts
  }

  const KEPT = KINDS.map(() => 'kept')

  test.each([0, 1, 100, 70_003, 131_071])(
    'goes on behind %d torn bytes to a hole, and says where that begins',
    async (torn) => {
      const source = withHole(torn, 2 ** 21)
      const small = () => ({ ...newBudget(source), zeros: 2 ** 20 })
      const lost = torn === 0 ? [] : [{ lost: { offset: bytes.length, bytes: torn } }]
      const unread = { unread: { offset: bytes.length + torn, bytes: 2 ** 21 } }
      expect(await partsOf(source, small)).toEqual([...KEPT, ...lost, unread])
      expect(await partsOf(source)).toEqual([...KEPT, { lost: { offset: bytes.length, bytes: torn + 2 ** 21 } }])
    }
  )

  test('of a log with a hole behind it that nobody could look through ends', async () => {
    const hole = 2 ** 50
    expect(await partsOf(withHole(0, hole))).toEqual([...KEPT, { unread: { offset: bytes.length, bytes: hole } }])
  }, 60_000)

  test('takes nothing from another vault', async () => {
    const foreign = chain(KINDS, { ...SCOPE, vaultId: new Uint8Array(16) })
    const { kept } = await salvage(concatBytes(...frames.slice(0, 4), ...foreign))
    expect(kept).toHaveLength(4)
  })
})
