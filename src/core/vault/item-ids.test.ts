import { expect, test } from 'vitest'
import { createItemIds } from './item-ids.ts'

const IDS = Array.from({ length: 10_000 }, () => crypto.randomUUID())

test.each([0, 10, 9_999, 10_000, 2 ** 30])('with room made for %d items, ids get the same numbers', (room) => {
  const ids = createItemIds()
  ids.makeRoom(room)
  for (const [number, id] of IDS.entries()) expect(ids.add(id)).toBe(number)
  // Too late to make any: everything stays where it is.
  ids.makeRoom(2 ** 17)
  expect(ids.count).toBe(IDS.length)
  for (const [number, id] of IDS.entries()) {
    expect(ids.find(id)).toBe(number)
    expect(ids.idOf(number)).toBe(id)
  }
  expect(ids.find(crypto.randomUUID())).toBe(-1)
})

test('no estimate takes more memory than a hundred thousand items do', () => {
  const before = process.memoryUsage().arrayBuffers
  const ids = createItemIds()
  ids.makeRoom(Number.MAX_SAFE_INTEGER)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 2 ** 20)
  expect(ids.count).toBe(0)
})
