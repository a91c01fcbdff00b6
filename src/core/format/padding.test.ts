import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pad, padmeLength, unpad } from './padding.ts'

describe('padding', () => {
  test("goes to Padmé's sizes", () => {
    // Worked out by hand from the rule: E = floor(log2 L), S = floor(log2 E) + 1, the last E − S bits are zero.
    const sizes = [
      [9, 10],
      [1000, 1024],
      [1025, 1088],
      [4097, 4352],
      [65_535, 65_536],
      [65_537, 67_584],
      [1_000_000, 1_015_808],
      [2 ** 20, 2 ** 20]
    ] as const
    for (const [length, padded] of sizes) expect([length, padmeLength(length, 1)]).toEqual([length, padded])
  })

  test('never goes below the least size', () => {
    for (const length of [0, 1, 255, 256]) expect(padmeLength(length, 256)).toBe(256)
    expect(padmeLength(257, 256)).toBe(272)
    // Nine bytes alone would be ten.
    expect(padmeLength(9, 9)).toBe(9)
  })

  test('costs at most 12 %, and a padded size stays what it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 256, max: 2 ** 20 }), (length) => {
        const padded = padmeLength(length, 256)
        expect(padded).toBeGreaterThanOrEqual(length)
        expect(padded / length).toBeLessThan(1.12)
        expect(padmeLength(padded, 256)).toBe(padded)
      })
    )
  })

  test('comes off again, whatever the body ends with', () => {
    expect(unpad(pad(new Uint8Array(), 32))).toEqual(new Uint8Array())
    const endings = fc.constantFrom([], [0], [0x80], [0x80, 0], [0, 0, 0x80])
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 700 }), endings, (start, ending) => {
        const body = Uint8Array.of(...start, ...ending)
        expect(unpad(pad(body, 32))).toEqual(body)
      })
    )
  })

  test('that nobody could have made is refused', () => {
    expect(unpad(new Uint8Array(256))).toBeNull()
    expect(unpad(new Uint8Array())).toBeNull()
    expect(unpad(Uint8Array.of(0x80, 1, 0))).toBeNull()
  })
})
