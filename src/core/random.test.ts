import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomBelow, randomBytes, randomUuid } from './random.ts'

/** Random numbers that were chosen: the little-endian words, one after the other. */
function words(...values: readonly number[]) {
  let next = 0
  return () => {
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setUint32(0, values[next++] ?? 0, true)
    return bytes
  }
}

describe('a random index', () => {
  test('is below its limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (limit) => {
        const value = randomBelow(limit)
        expect(Number.isInteger(value) && value >= 0 && value < limit).toBe(true)
      })
    )
  })

  test('throws away what does not divide evenly instead of folding it back', () => {
    // 2^32 = 6 × 715,827,882 + 4: the last four values would favour 0 to 3.
    expect(randomBelow(6, words(2 ** 32 - 1, 2 ** 32 - 4, 2 ** 32 - 5))).toBe(5)
    expect(randomBelow(2 ** 32, words(2 ** 32 - 1))).toBe(2 ** 32 - 1)
    expect(randomBelow(1, words(77))).toBe(0)
  })

  test('hits every value about as often as the others', () => {
    const counts = Array.from({ length: 6 }, () => 0)
    for (let roll = 0; roll < 60_000; roll++) {
      const value = randomBelow(6)
      counts[value] = (counts[value] ?? 0) + 1
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    // 5 degrees of freedom: above 35 once in a million honest runs.
    expect(chiSquared).toBeLessThan(35)
  })

  test('is refused for limits that no draw can serve', () => {
    for (const limit of [0, -1, 1.5, 2 ** 32 + 1, Number.NaN]) expect(() => randomBelow(limit)).toThrow('BAD_REQUEST')
  })
})

test('a random id is a UUID of version 4 in lower case', () => {
  for (let count = 0; count < 50; count++)
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(randomUuid(() => new Uint8Array(16).fill(0xff))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})

test('random bytes are as many as asked, and not the same twice', () => {
  expect(randomBytes(24)).toHaveLength(24)
  expect(randomBytes(24)).not.toEqual(randomBytes(24))
})
