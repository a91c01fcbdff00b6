import { describe, expect, test } from 'vitest'
import { concatBytes, u32 } from '../bytes.ts'
import { flip } from '../crypto/test-support/hex.ts'
import { encodeFrame, FRAME, frameTag } from './frame.ts'
import { readLog } from './log.ts'
import { chain, MAC, outcome, read, SCOPE, SNAPSHOT, sourceOf } from './test-support/log.ts'

const { changes, chunk, checkpoint, moreChanges, details } = FRAME
const sizeOf = (frames: readonly Uint8Array[]): number => frames.reduce((sum, frame) => sum + frame.length, 0)
const logOf = (...kinds: readonly number[]): Uint8Array => concatBytes(...chain(kinds))

describe('a log', () => {
  test('gives the frames of each commit, and opens details and chunks only when they are wanted', async () => {
    const log = logOf(...SNAPSHOT, changes, details, chunk, changes)
    const closed = await read(log)
    expect(closed.bodies).toEqual(['body 0', 'sealed', 'checkpoint 1', 'body 3', 'sealed', 'sealed', 'body 6'])
    expect(closed).toMatchObject({
      end: log.length,
      frames: 7,
      tail: null,
      tooNew: false,
      snapshotEnd: sizeOf(chain(SNAPSHOT))
    })
    expect(closed.lastTag).toEqual(log.slice(-16))
    const wanted = await read(log, (kind) => kind === details)
    expect(wanted.bodies).toEqual(['body 0', 'body 1', 'checkpoint 1', 'body 3', 'body 4', 'sealed', 'body 6'])
  })

  test('gives the frames of a save together, and those of the first snapshot as they come', async () => {
    const saves: number[][] = []
    const visitor = {
      wants: () => false,
      commit: (frames: readonly { place: { kind: number } }[]) => saves.push(frames.map(({ place }) => place.kind))
    }
    await readLog(
      sourceOf(
        logOf(moreChanges, details, moreChanges, checkpoint, moreChanges, details, changes, checkpoint, changes)
      ),
      0,
      SCOPE,
      MAC,
      visitor
    )
    expect(saves).toEqual([[4], [5], [4], [3], [4, 5, 1], [3], [1]])
  })

  test('is read through windows that are smaller than it', async () => {
    const before = logOf(moreChanges, checkpoint)
    const large = Array.from({ length: 12 }).reduce<Uint8Array[]>((frames) => {
      const tag = frameTag(frames.at(-1) ?? before)
      return [...frames, encodeFrame(SCOPE, changes, new Uint8Array(500_000), tag)]
    }, [])
    const log = concatBytes(before, ...large)
    expect(log.length).toBeGreaterThan(5 * 2 ** 20)
    const requests: number[] = []
    const { read: readAll, size } = sourceOf(log)
    const source = {
      size,
      read: async (offset: number, length: number) => (requests.push(length), readAll(offset, length))
    }
    const end = await readLog(source, 0, SCOPE, MAC, { wants: () => false, commit: () => {} })
    expect(end).toMatchObject({ frames: 14, tail: null })
    expect(Math.max(...requests)).toBeLessThanOrEqual(2 ** 21)
    expect(requests.length).toBeLessThan(14)
  })

  test('may start anywhere in its file', async () => {
    const log = concatBytes(new Uint8Array(777).fill(0xaa), logOf(...SNAPSHOT, changes))
    const end = await readLog(sourceOf(log), 777, SCOPE, MAC, { wants: () => false, commit: () => {} })
    expect(end).toMatchObject({ end: log.length, frames: 4 })
  })
})

describe('the first snapshot', () => {
  test('without its checkpoint is damaged, never shorter', async () => {
    for (const kinds of [[], [moreChanges], [moreChanges, details], [details, chunk]])
      expect(await outcome(logOf(...kinds))).toBe('VAULT_DAMAGED')
  })

  test('holds no save: a checkpoint whose kind was changed does not go unnoticed', async () => {
    expect(await outcome(logOf(moreChanges, changes, checkpoint))).toBe('VAULT_DAMAGED')
    const frames = chain([moreChanges, checkpoint, changes, checkpoint])
    for (let bit = 0; bit < 8; bit++) {
      const changed = [...frames]
      changed[1] = flip(frames[1] ?? new Uint8Array(), 64 + bit)
      expect(await outcome(concatBytes(...changed))).toBe('VAULT_DAMAGED')
    }
  })

  test('with any unreadable frame is damaged, at that frame', async () => {
    const frames = chain([moreChanges, moreChanges, checkpoint, changes])
    const damaged = flip(concatBytes(...frames), (sizeOf(frames.slice(0, 1)) + 100) * 8)
    await expect(read(damaged)).rejects.toMatchObject({ code: 'VAULT_DAMAGED', detail: { offset: frames[0]?.length } })
  })
})

describe('the end of the file', () => {
  test('a save whose commit frame is missing is set aside as a whole', async () => {
    const frames = chain([...SNAPSHOT, changes, moreChanges, details])
    const { tail, bodies, end, frames: count } = await read(concatBytes(...frames))
    const committed = sizeOf(frames.slice(0, 4))
    expect([tail, end, count]).toEqual([{ offset: committed, bytes: sizeOf(frames) - committed }, committed, 4])
    expect(bodies).toHaveLength(4)
  })

  test('every cut is refused or told, except between two saves', async () => {
    const frames = chain([...SNAPSHOT, changes, moreChanges, changes])
    const bytes = concatBytes(...frames)
    const ends = [6, 4, 3].map((count) => sizeOf(frames.slice(0, count)))
    for (let length = 0; length <= bytes.length; length++) {
      const seen = await outcome(bytes.subarray(0, length))
      expect([length, seen]).toEqual([
        length,
        ends.includes(length) ? 'whole' : length < (ends[2] ?? 0) ? 'VAULT_DAMAGED' : 'tail'
      ])
    }
    for (let more = 1; more <= 64; more++)
      expect(await outcome(concatBytes(bytes, new Uint8Array(more).fill(more)))).toBe('tail')
  })

  test('what is lengthened by more than any save is damaged, and not looked through', async () => {
    const bytes = logOf(...SNAPSHOT, changes)
    let pieces = 0
    const longer = (more: number) => ({
      size: bytes.length + more,
      read(offset: number, length: number) {
        pieces += 1
        const piece = new Uint8Array(Math.min(length, bytes.length + more - offset))
        piece.set(bytes.subarray(offset, offset + length))
        return piece
      }
    })
    const visitor = { wants: () => false, commit: () => {} }
    await expect(readLog(longer(2 ** 32 + 1), 0, SCOPE, MAC, visitor)).rejects.toMatchObject({
      code: 'VAULT_DAMAGED',
      detail: { offset: bytes.length }
    })
    expect(pieces).toBeLessThan(5)
    const { tail } = await readLog(longer(2 ** 20), 0, SCOPE, MAC, visitor)
    expect(tail).toEqual({ offset: bytes.length, bytes: 2 ** 20 })
  })

  test('every flipped bit that reading meets is damage where it can be told from a torn save', async () => {
    const frames = chain([moreChanges, checkpoint, changes, changes])
    const bytes = concatBytes(...frames)
    const last = bytes.length - (frames[3]?.length ?? 0)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const at = bit >> 3
      // Whether nonce, text and tag of the last save were ever whole, nothing in the file can tell.
      const isOpen = at >= last + 9
      expect([bit, await outcome(flip(bytes, bit))]).toEqual([bit, isOpen ? 'tail' : 'VAULT_DAMAGED'])
    }
  })

  test('damage with a readable save behind it is damage, however large it is', async () => {
    const frames = chain([...SNAPSHOT, changes, changes, moreChanges, changes])
    const bytes = concatBytes(...frames)
    const [from, until] = [sizeOf(frames.slice(0, 3)), sizeOf(frames.slice(0, 5))]
    for (const fill of [0, 0xff, 0x55])
      expect(await outcome(Uint8Array.from(bytes).fill(fill, from + 3, until - 20))).toBe('VAULT_DAMAGED')
    const error = read(Uint8Array.from(bytes).fill(0, from, until - 16))
    await expect(error).rejects.toMatchObject({ code: 'VAULT_DAMAGED', detail: { offset: from } })
  })

  test('damage with only unfinished frames behind it is a torn save: they may reach the disk out of order', async () => {
    const frames = chain([...SNAPSHOT, changes, moreChanges, moreChanges, details])
    const bytes = concatBytes(...frames)
    const from = sizeOf(frames.slice(0, 4))
    const { tail } = await read(Uint8Array.from(bytes).fill(0, from, from + 200))
    // That the next one chains to its tag proves no more: the tag may be on the disk and the text before it not.
    expect(await outcome(flip(bytes, (from + 50) * 8))).toBe('tail')
    expect(tail).toEqual({ offset: from, bytes: bytes.length - from })
  })

  test('a save that lost whole sectors is a torn save, wherever its sectors end', async () => {
    const before = concatBytes(...chain([...SNAPSHOT, changes]))
    const bytes = concatBytes(before, ...chain([changes], SCOPE, before.slice(-16)))
    // The save begins so that its first sector ends at `end`; the lost sector keeps what it held: zeros here.
    for (let end = before.length + 1; end <= bytes.length; end++) {
      expect([end, await outcome(Uint8Array.from(bytes).fill(0, before.length, end))]).toEqual([end, 'tail'])
    }
    for (let end = before.length; end < bytes.length; end++) {
      expect([end, await outcome(Uint8Array.from(bytes).fill(0, end))]).toEqual([end, 'tail'])
    }
  })

  test('a file full of heads that look right is judged in bounded time', async () => {
    const head = concatBytes(u32(296), u32(~296 >>> 0), Uint8Array.of(1))
    const junk = new Uint8Array(15 * 2 ** 20)
    for (let at = 0; at + 9 <= junk.length; at += 9) junk.set(head, at)
    const started = performance.now()
    expect(await outcome(concatBytes(logOf(...SNAPSHOT, changes), Uint8Array.of(1, 2, 3), junk))).toBe('VAULT_DAMAGED')
    // Well under a second alone; without the budget it would take hours, however busy the machine is.
    expect(performance.now() - started).toBeLessThan(15_000)
  })
})

describe('frames from elsewhere', () => {
  const frames = chain([...SNAPSHOT, changes, changes, changes])
  const spliced = (order: readonly number[]) =>
    outcome(concatBytes(...order.map((index) => frames[index] ?? new Uint8Array())))

  test('swapped, dropped and repeated frames are refused, or set aside where no save is behind them', async () => {
    for (const order of [
      [0, 1, 2, 4, 5],
      [0, 1, 2, 3, 3, 4, 5],
      [1, 0, 2, 3, 4, 5],
      [0, 2, 3, 4, 5],
      [0, 1, 3, 4, 5],
      [0, 1, 2, 3, 5, 4, 5],
      [2, 0, 1, 2, 3]
    ]) {
      expect([order, await spliced(order)]).toEqual([order, 'VAULT_DAMAGED'])
    }
    for (const order of [
      [0, 1, 2, 4, 3, 5],
      [0, 1, 2, 3, 4, 4],
      [0, 1, 2, 5]
    ])
      expect([order, await spliced(order)]).toEqual([order, 'tail'])
  })

  test('frames of another vault, epoch, key, kind or history are never taken in', async () => {
    const scopes = [
      { ...SCOPE, keyEpoch: 2 },
      { ...SCOPE, vaultId: new Uint8Array(16).fill(5) },
      { ...SCOPE, key: new Uint8Array(32).fill(5) }
    ]
    const before = frames.slice(0, 3)
    const lastTag = (frames[2] ?? new Uint8Array()).slice(-16)
    for (const scope of scopes) {
      const foreign = chain([changes], scope, lastTag)
      expect(await outcome(concatBytes(...before, ...foreign))).toBe('tail')
      expect(await outcome(concatBytes(...before, ...foreign, ...frames.slice(3)))).toBe('VAULT_DAMAGED')
      expect(await outcome(concatBytes(...chain(SNAPSHOT, scope), ...frames.slice(3)))).toBe('VAULT_DAMAGED')
    }
    const sibling = chain([...SNAPSHOT, changes])
    expect(await outcome(concatBytes(...before, ...sibling.slice(3)))).toBe('tail')
    const otherHead = chain(SNAPSHOT, SCOPE, new Uint8Array(16).fill(7))
    expect(await outcome(concatBytes(...otherHead))).toBe('VAULT_DAMAGED')
  })
})

describe('a frame of a kind that a newer version made', () => {
  test('makes the vault read-only, and what this version knows is still shown', async () => {
    const { tooNew, bodies, tail } = await read(logOf(...SNAPSHOT, changes, 77, changes))
    expect([tooNew, tail]).toEqual([true, null])
    expect(bodies).toEqual(['body 0', 'sealed', 'checkpoint 1', 'body 3', 'body 5'])
  })

  test('at the end of the file is not taken for an unfinished save, and commits nothing', async () => {
    const { tooNew, tail, bodies } = await read(logOf(...SNAPSHOT, moreChanges, 7))
    expect([tooNew, tail, bodies.length]).toEqual([true, null, 3])
  })

  test('has to authenticate: a flipped bit in a kind is damage', async () => {
    const bytes = logOf(...SNAPSHOT, changes)
    const last = bytes.length - (9 + 296)
    for (let bit = 0; bit < 8; bit++) expect(await outcome(flip(bytes, (last + 8) * 8 + bit))).toBe('VAULT_DAMAGED')
  })

  test('behind damage proves it as a commit frame does', async () => {
    const frames = chain([...SNAPSHOT, changes, 9])
    const at = sizeOf(frames.slice(0, 3))
    expect(await outcome(Uint8Array.from(concatBytes(...frames)).fill(0, at, at + 100))).toBe('VAULT_DAMAGED')
  })
})
