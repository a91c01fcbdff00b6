import { describe, expect, test } from 'vitest'
import type { LogSource } from './log-reader.ts'
import { readAhead } from './read-ahead.ts'

const LENGTH = 5 * 2 ** 20 + 12_345
const BYTES = Uint8Array.from({ length: LENGTH }, (_, at) => (at * 2_654_435_761) >>> 24)
/** As frames follow each other: heads of nine bytes, and what they head, across every edge of a window. */
const STEPS = [9, 300_001, 9, 1_048_600, 9, 17, 9, 1_048_616, 9, 48_000, 9, 700_000]

type Reading = { readonly offset: number; readonly length: number }

function source(into: boolean, read: Reading[] = [], size = LENGTH): LogSource {
  return {
    size,
    async read(offset, length, buffer) {
      read.push({ offset, length })
      const bytes = BYTES.subarray(offset, offset + length)
      if (!into || buffer === undefined) return bytes
      buffer.set(bytes)
      return buffer.subarray(0, bytes.length)
    }
  }
}

async function readAll(ahead: LogSource, start: number): Promise<void> {
  let offset = start
  for (let step = 0; offset < LENGTH; step++) {
    const length = Math.min(STEPS[step % STEPS.length] ?? 1, LENGTH - offset)
    const bytes = await ahead.read(offset, length)
    expect(Buffer.compare(bytes, BYTES.subarray(offset, offset + length))).toBe(0)
    offset += length
  }
}

describe('a source that is read from front to end', () => {
  test.each([
    ['the memory that it is offered', true],
    ['memory of its own', false]
  ])('gives every byte in its turn, where it uses %s', async (_what, into) => {
    for (const start of [0, 777, LENGTH - 5]) await readAll(readAhead(source(into), start), start)
  })

  test('is read once, without a gap, and a window before it is needed', async () => {
    const read: Reading[] = []
    const ahead = readAhead(source(true, read), 100)
    expect(read).toEqual([{ offset: 100, length: 2 ** 20 }])
    await ahead.read(100, 9)
    expect(read).toHaveLength(2)
    await readAll(ahead, 100)
    expect(read.map(({ offset }) => offset)).toEqual(read.map((_, window) => 100 + window * 2 ** 20))
    expect(read.reduce((sum, { length }) => sum + length, 0)).toBe(LENGTH - 100)
  })

  test('gives what is there at once, and waits for nothing then', async () => {
    const ahead = readAhead(source(true), 0)
    await ahead.read(0, 9)
    expect(ahead.read(9, 1000)).toBeInstanceOf(Uint8Array)
  })

  test('gives fewer bytes where it ends sooner than it said', async () => {
    const ahead = readAhead(source(true, [], LENGTH + 100), LENGTH - 20)
    expect(await ahead.read(LENGTH - 20, 9)).toHaveLength(9)
    expect(await ahead.read(LENGTH - 11, 50)).toHaveLength(11)
  })

  test('fails when it is waited for, and not before', async () => {
    let reads = 0
    const failing: LogSource = {
      size: LENGTH,
      async read(offset, length) {
        if (reads++ > 0) throw new RangeError('the disk')
        return BYTES.subarray(offset, offset + length)
      }
    }
    const ahead = readAhead(failing, 0)
    expect(await ahead.read(0, 9)).toHaveLength(9)
    await new Promise((resolve) => setTimeout(resolve))
    expect(await ahead.read(9, 1000)).toHaveLength(1000)
    await expect(ahead.read(2 ** 20 - 5, 9)).rejects.toThrow('the disk')
  })
})
