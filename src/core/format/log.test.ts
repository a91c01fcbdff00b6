import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VaultError } from '../errors.ts'
import { concatBytes } from '../bytes.ts'
import { encodeFrame, FRAME, type FrameScope, frameTag } from './frame.ts'
import { readLog } from './log.ts'
import type { LogSource } from './log-reader.ts'
import { salvageFrames } from './salvage.ts'

const scope: FrameScope = { key: new Uint8Array(32).fill(1), vaultId: new Uint8Array(16).fill(2), keyEpoch: 1 }
const MAC = new Uint8Array(32).fill(3)
const text = (body: string): Uint8Array => new TextEncoder().encode(body)
const SNAPSHOT = [FRAME.moreChanges, FRAME.details, FRAME.checkpoint]

function chain(kinds: readonly number[], under: FrameScope = scope): Uint8Array[] {
  let tag = MAC.slice(0, 16)
  return kinds.map((kind, index) => {
    const frame = encodeFrame(under, kind, text(`body ${index}`), tag)
    tag = frameTag(frame) as Uint8Array<ArrayBuffer>
    return frame
  })
}

const sourceOf = (bytes: Uint8Array): LogSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length)
})

async function read(bytes: Uint8Array) {
  const bodies: string[] = []
  const end = await readLog(sourceOf(bytes), 0, scope, MAC, {
    wants: (kind) => kind === FRAME.moreChanges,
    commit: (frames) => bodies.push(...frames.map(({ body }) => (body === null ? 'sealed' : new TextDecoder().decode(body))))
  })
  return { ...end, bodies }
}

/** What happened to a damaged file: refused with a code, or opened with something set aside. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { tail, tooNew } = await read(bytes)
    return tail !== null ? 'tail' : tooNew ? 'tooNew' : 'whole'
  } catch (error) {
    return error instanceof VaultError ? error.code : 'crash'
  }
}

const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

describe('a log', () => {
  test('gives the frames of each commit, and leaves sealed what is not wanted', async () => {
    const { bodies, tail, frames } = await read(concatBytes(...chain([...SNAPSHOT, FRAME.changes, FRAME.details, FRAME.changes])))
    expect(bodies).toEqual(['body 0', 'sealed', 'body 2', 'body 3', 'body 4', 'body 5'])
    expect([tail, frames]).toEqual([null, 6])
  })

  test('without its first checkpoint is damaged, never shorter', async () => {
    for (const kinds of [[], [FRAME.moreChanges], [FRAME.moreChanges, FRAME.changes]]) {
      expect(await outcome(concatBytes(...chain(kinds)))).toBe('VAULT_DAMAGED')
    }
  })

  test('a save whose commit frame is missing is set aside as a whole', async () => {
    const frames = chain([...SNAPSHOT, FRAME.changes, FRAME.moreChanges, FRAME.details])
    const { tail, bodies } = await read(concatBytes(...frames))
    const committed = frames.slice(0, 4).reduce((sum, frame) => sum + frame.length, 0)
    expect(tail).toEqual({ offset: committed, bytes: concatBytes(...frames).length - committed })
    expect(bodies).toHaveLength(4)
  })

  test('a frame of an unknown kind that authenticates makes the vault read-only', async () => {
    expect((await read(concatBytes(...chain([...SNAPSHOT, FRAME.changes, 77, FRAME.changes])))).tooNew).toBe(true)
  })

  test('every cut is refused or told, except between two saves', async () => {
    const frames = chain([...SNAPSHOT, FRAME.changes, FRAME.changes])
    const bytes = concatBytes(...frames)
    const ends = [5, 4, 3].map((count) => concatBytes(...frames.slice(0, count)).length)
    for (let length = 0; length < bytes.length; length++) {
      if (!ends.includes(length)) expect(await outcome(bytes.subarray(0, length))).not.toBe('whole')
    }
    for (let more = 1; more <= 64; more++) expect(await outcome(concatBytes(bytes, new Uint8Array(more)))).toBe('tail')
  })

  test('every flipped bit that reading meets is refused or told, and told as damage where a later save stands behind it', async () => {
    const frames = chain([...SNAPSHOT, FRAME.changes, FRAME.changes])
    const bytes = concatBytes(...frames)
    const details = { from: frames[0]?.length ?? 0, length: frames[1]?.length ?? 0 }
    const last = bytes.length - (frames[4]?.length ?? 0)
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const at = bit >> 3
      const seen = await outcome(flip(bytes, bit))
      const isSealedText = at >= details.from + 9 && at < details.from + details.length - 16
      if (!isSealedText) expect([bit, seen]).toEqual([bit, at < last ? 'VAULT_DAMAGED' : expect.stringMatching(/VAULT_DAMAGED|tail/)])
    }
  })

  test('frames that are swapped, dropped, repeated or from elsewhere are refused or set aside', async () => {
    const frames = chain([...SNAPSHOT, FRAME.changes, FRAME.changes, FRAME.changes])
    const foreign = chain([...SNAPSHOT, FRAME.changes], { ...scope, keyEpoch: 2 })
    const spliced = (order: readonly number[]) => outcome(concatBytes(...order.map((index) => frames[index] ?? new Uint8Array())))
    const splices = [[0, 1, 2, 4, 5], [0, 1, 2, 3, 3, 4, 5], [1, 0, 2, 3, 4, 5], [0, 2, 3, 4, 5]]
    for (const order of splices) expect(await spliced(order)).toBe('VAULT_DAMAGED')
    expect(await spliced([0, 1, 2, 4, 3, 5])).toBe('tail')
    expect(await outcome(concatBytes(...frames.slice(0, 3), foreign[3] ?? new Uint8Array()))).toBe('tail')
  })
})

describe('salvage', () => {
  test('loses at most the frame that a flipped bit is in', async () => {
    const frames = chain([...SNAPSHOT, FRAME.changes, FRAME.changes])
    const bytes = concatBytes(...frames)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length * 8 - 1 }), async (bit) => {
        const kept: string[] = []
        let lost = 0
        for await (const part of salvageFrames(sourceOf(flip(bytes, bit)), 0, scope, MAC)) {
          if ('body' in part) kept.push(new TextDecoder().decode(part.body))
          else lost += part.lost.bytes
        }
        expect(kept.length).toBeGreaterThanOrEqual(4)
        expect(kept.length === 5 ? lost : lost > 0).toBe(kept.length === 5 ? 0 : true)
      }),
      { numRuns: 300 }
    )
  })
})
