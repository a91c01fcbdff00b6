import { describe, expect, test } from 'vitest'
import { faultyDisk } from './test-support/faulty-disk.ts'
import { memoryDisk } from './test-support/memory-disk.ts'
import type { OpenFile, VaultFs } from './vault-fs.ts'
import { writePieces } from './write-pieces.ts'

const OUT = '/out/file'
const target = { path: OUT, replace: false }
const going = new AbortController().signal
/** More than what is read back at once, and no whole number of it. */
const LARGE = Uint8Array.from({ length: 2 ** 20 + 77 }, (_, index) => (index * 7919) >> 8)

async function* from(...pieces: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* pieces
}

const withWrites = (fs: VaultFs, write: (file: OpenFile) => OpenFile['write']): VaultFs => ({
  ...fs,
  async open(path, flags) {
    const file = await fs.open(path, flags)
    return { ...file, write: write(file) }
  }
})

describe('a file written in pieces', () => {
  test('holds them all, one behind the other, and its size is told', async () => {
    const disk = memoryDisk()
    const pieces = [Uint8Array.of(1, 2), LARGE, new Uint8Array(), Uint8Array.of(3)]
    expect(await writePieces(disk.fs, target, from(...pieces), going)).toBe(LARGE.length + 3)
    expect([...disk.files().keys()]).toEqual([OUT])
    expect(Buffer.concat(pieces).equals(disk.files().get(OUT) ?? new Uint8Array())).toBe(true)
  })

  test('that is to stop is stopped before its next piece, and leaves nothing', async () => {
    const disk = memoryDisk()
    const stop = new AbortController()
    let taken = 0
    async function* stopping(): AsyncIterable<Uint8Array> {
      for (;;) {
        taken += 1
        if (taken === 3) stop.abort()
        yield new Uint8Array(5)
      }
    }
    await expect(writePieces(disk.fs, target, stopping(), stop.signal)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect([taken, [...disk.files()]]).toEqual([3, []])
  })

  test('whose pieces fail leaves what was there', async () => {
    const disk = memoryDisk()
    disk.put(OUT, Uint8Array.of(7))
    const slip = new TypeError('a slip')
    async function* failing(): AsyncIterable<Uint8Array> {
      yield new Uint8Array(5)
      throw slip
    }
    await expect(writePieces(disk.fs, { ...target, replace: true }, failing(), going)).rejects.toBe(slip)
    expect([...disk.files()]).toEqual([[OUT, Uint8Array.of(7)]])
  })

  test('that the disk kept otherwise, or not all of, never gets its name', async () => {
    const lies: ((file: OpenFile) => OpenFile['write'])[] = [
      (file) => async (bytes, position) =>
        file.write(
          bytes.map((byte, index) => (index === bytes.length - 1 ? byte ^ 1 : byte)),
          position
        ),
      (file) => async (bytes, position) => {
        await file.write(bytes.subarray(1), position)
        return bytes.length
      },
      (file) => async (bytes, position) => {
        await file.write(Uint8Array.of(...bytes, 0), position)
        return bytes.length
      }
    ]
    for (const lie of lies) {
      const disk = memoryDisk()
      const writing = writePieces(withWrites(disk.fs, lie), target, from(Uint8Array.of(1, 2, 3)), going)
      await expect(writing).rejects.toMatchObject({ code: 'IO', detail: { errno: 'READ_BACK' } })
      expect([...disk.files()]).toEqual([])
    }
  })

  test('is whole or absent whatever single operation fails', async () => {
    for (let at = 0; ; at++) {
      const disk = memoryDisk()
      const faulty = faultyDisk(disk.fs, at, 'NO_SPACE')
      const size = await writePieces(faulty.fs, target, from(Uint8Array.of(1), Uint8Array.of(2)), going).catch(
        () => null
      )
      if (faulty.operations() <= at) break
      expect([...disk.files()]).toEqual(size === null ? [] : [[OUT, Uint8Array.of(1, 2)]])
    }
  })
})
