import { describe, expect, test } from 'vitest'
import { concatBytes } from '../bytes.ts'
import { findMended, findReadable, hasCommitBehind, newBudget } from './flipped-bit.ts'
import { FRAME, FRAME_HEAD_LENGTH, frameHead, frameTag, isKnownKind, possibleLengths, readFrameHead } from './frame.ts'
import { readRawFrame } from './log-reader.ts'
import { chain, MAC, outcome, read, SCOPE, SNAPSHOT, sourceOf } from './test-support/log.ts'

const frames = chain([...SNAPSHOT, FRAME.changes, FRAME.changes])
const bytes = concatBytes(...frames)
const startOf = (index: number): number => frames.slice(0, index).reduce((sum, frame) => sum + frame.length, 0)
const tagBefore = (index: number): Uint8Array => frameTag(frames[index - 1] ?? MAC.slice(0, 16))

describe('judging bytes that are no readable frame', () => {
  const hit = (index: number, at: number, mask = 1): Uint8Array => {
    const copy = bytes.slice()
    const offset = startOf(index) + at
    copy[offset] = (copy[offset] ?? 0) ^ mask
    return copy
  }

  test('finds the frame again whose length, kind or tag was hit', async () => {
    const last = (frames[3] ?? new Uint8Array()).length - 1
    for (const at of [0, 1, 3, 4, 7, 8, last, last - 15]) {
      const source = sourceOf(hit(3, at))
      const mended = await findMended(source, SCOPE, startOf(3), tagBefore(3), newBudget(source))
      expect([at, mended?.kind, mended?.length]).toEqual([at, FRAME.changes, last + 1])
      expect(mended?.tag).toEqual(frameTag(frames[3] ?? new Uint8Array()))
    }
  })

  test('of a frame whose text was hit finds nothing, unless the frame behind vouches for it', async () => {
    const source = sourceOf(hit(3, 40))
    expect(await findMended(source, SCOPE, startOf(3), tagBefore(3), newBudget(source))).toBeNull()
  })

  test('ends when it has cost what it may', async () => {
    const source = sourceOf(hit(3, 0))
    expect(await findMended(source, SCOPE, startOf(3), tagBefore(3), { left: 4000, zeros: 2 ** 20 })).toBeNull()
    expect(await findReadable(source, SCOPE, startOf(3) + 1, isKnownKind, { left: 4000, zeros: 2 ** 20 })).toBe(
      'budget'
    )
    expect(await hasCommitBehind(source, SCOPE, startOf(3) + 1, { left: 4000, zeros: 2 ** 20 })).toBe(true)
    expect(await hasCommitBehind(source, SCOPE, startOf(3) + 1, newBudget(source))).toBe(true)
    expect(await hasCommitBehind(source, SCOPE, startOf(4) + 1, newBudget(source))).toBe(false)
    // Without anything that looks like a frame nothing is spent, but an empty purse is an empty purse.
    expect(await hasCommitBehind(sourceOf(new Uint8Array(100)), SCOPE, 0, { left: 0, zeros: 2 ** 20 })).toBe(true)
    expect(await hasCommitBehind(sourceOf(new Uint8Array(100)), SCOPE, 0, { left: 1, zeros: 2 ** 20 })).toBe(false)
  })

  test('gives up where more zeros follow than are allowed, and says from where on', async () => {
    const source = sourceOf(concatBytes(bytes, new Uint8Array(300_000), tagBefore(4), frames[4] ?? new Uint8Array()))
    const find = (zeros: number) => findReadable(source, SCOPE, startOf(4) + 1, isKnownKind, { left: 2 ** 20, zeros })
    expect(await find(300_000)).toBe(bytes.length + 300_016)
    const found = await find(100_000)
    // It looks at many bytes at a time.
    const { zerosFrom } = typeof found === 'object' && found !== null ? found : { zerosFrom: 0 }
    expect(zerosFrom).toBeGreaterThanOrEqual(bytes.length)
    expect(zerosFrom).toBeLessThan(bytes.length + 2 ** 16)
  })

  test('finds the next readable frame where it is, and only of the kinds that are asked for', async () => {
    const source = sourceOf(bytes)
    const budget = newBudget(source)
    expect(await findReadable(source, SCOPE, startOf(3), isKnownKind, budget)).toBe(startOf(3))
    expect(await findReadable(source, SCOPE, startOf(3) + 1, isKnownKind, budget)).toBe(startOf(4))
    expect(await findReadable(source, SCOPE, startOf(1), (kind) => kind === FRAME.checkpoint, budget)).toBe(startOf(2))
    expect(await findReadable(source, SCOPE, startOf(4) + 1, isKnownKind, budget)).toBeNull()
  })

  test('finds a frame beyond the first piece that is looked at', async () => {
    const junk = new Uint8Array(200_000).fill(0x55)
    const before = frames.slice(0, 4)
    const tag = frameTag(before[3] ?? new Uint8Array())
    const late = chain([FRAME.changes], SCOPE, tag)[0] ?? new Uint8Array()
    const source = sourceOf(concatBytes(...before, junk, tag, late))
    const at = startOf(4) + junk.length + tag.length
    expect(await findReadable(source, SCOPE, startOf(4) + 1, isKnownKind, newBudget(source))).toBe(at)
  })

  test('finds a frame wherever it lies across the pieces that are looked at', async () => {
    const before = frames.slice(0, 4)
    const tag = frameTag(before[3] ?? new Uint8Array())
    const late = chain([FRAME.changes], SCOPE, tag)[0] ?? new Uint8Array()
    for (let back = 0; back <= 2 * FRAME_HEAD_LENGTH; back++) {
      const junk = new Uint8Array(2 ** 16 - back - tag.length).fill(0x55)
      const source = sourceOf(concatBytes(junk, tag, late))
      expect(await findReadable(source, SCOPE, 0, isKnownKind, newBudget(source))).toBe(2 ** 16 - back)
    }
  })

  test('passes over what looks like a frame that the file is too short for', async () => {
    const cut = concatBytes(bytes.slice(0, startOf(4)), frameHead(2 ** 20 + 40, FRAME.changes), bytes.slice(startOf(4)))
    const source = sourceOf(cut)
    expect(await findReadable(source, SCOPE, startOf(3) + 1, isKnownKind, newBudget(source))).toBeNull()
    const behind = sourceOf(concatBytes(frameHead(2 ** 20 + 40, FRAME.changes), bytes.slice(startOf(2))))
    expect(await findReadable(behind, SCOPE, 0, isKnownKind, newBudget(behind))).toBe(9 + startOf(3) - startOf(2))
  })

  test('finds a frame of a newer version again whose kind was hit', async () => {
    const kind = 0xa5
    const [newer = bytes] = chain([kind], SCOPE, tagBefore(3))
    for (let bit = 0; bit < 8; bit++) {
      const copy = newer.slice()
      copy[8] = kind ^ (1 << bit)
      const source = sourceOf(copy)
      expect(await findMended(source, SCOPE, 0, tagBefore(3), newBudget(source))).toMatchObject({ kind })
    }
  })

  test('may cost more, the longer the file is', () => {
    const left = (length: number) => newBudget(sourceOf(new Uint8Array(length))).left
    expect(left(1000) - left(0)).toBe(1000)
  })

  test('never looks behind the end of the file', async () => {
    for (const length of [0, 3, FRAME_HEAD_LENGTH - 1]) {
      const source = sourceOf((frames[3] ?? bytes).slice(0, length))
      expect(await findMended(source, SCOPE, 0, tagBefore(3), newBudget(source))).toBeNull()
      expect(await readRawFrame(source, 0)).toBeNull()
      expect(possibleLengths((frames[3] ?? bytes).slice(0, length))).toEqual([])
      expect(readFrameHead((frames[3] ?? bytes).slice(0, length))).toBeNull()
    }
  })

  test('a file that becomes shorter while it is read has no frame there', async () => {
    const whole = frames[3] ?? bytes
    const shrinking = {
      size: whole.length,
      read: async (offset: number, length: number) =>
        whole.slice(0, offset === 0 ? whole.length : whole.length - 5).subarray(offset, offset + length)
    }
    expect(await readRawFrame(shrinking, 0)).toBeNull()
  })
})

describe('a frame of an unknown kind', () => {
  test('inside the first snapshot makes the vault too new, and what surrounds it is read', async () => {
    const newer = concatBytes(...chain([FRAME.moreChanges, 9, FRAME.details, FRAME.checkpoint]))
    expect(await outcome(newer)).toBe('tooNew')
    const { bodies, frames: count } = await read(newer, () => true)
    expect(bodies).toEqual(['body 0', 'body 2', 'checkpoint 1'])
    expect(count).toBe(4)
  })

  test('behind a save makes it too new, and is not called a tail', async () => {
    const newer = concatBytes(...chain([...SNAPSHOT, FRAME.changes, 9]))
    const { tail, tooNew, end } = await read(newer)
    expect([tail, tooNew, end]).toEqual([null, true, newer.length - (chain([9])[0] ?? newer).length])
  })
})
