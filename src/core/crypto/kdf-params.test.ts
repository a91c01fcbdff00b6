import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkKdf, DEFAULT_KDF, passwordBytes } from './kdf-params.ts'
import { toHex } from './test-support/hex.ts'

const MIB = 1024
const isAllowed = (memoryKiB: number, passes: number, lanes: number): boolean => {
  try {
    checkKdf({ memoryKiB, passes, lanes })
    return true
  } catch {
    return false
  }
}

describe('the numbers of Argon2id', () => {
  test('are refused by a code of their own', () => {
    expect(() => checkKdf({ memoryKiB: 1, passes: 1, lanes: 1 })).toThrow('KDF_REFUSED')
  })

  test('are accepted at their bounds and refused beyond', () => {
    expect(isAllowed(64 * MIB, 3, 1)).toBe(true)
    expect(isAllowed(256 * MIB, 1, 8)).toBe(true)
    expect(isAllowed(256 * MIB, 16, 4)).toBe(true)
    expect(isAllowed(1024 * MIB, 4, 4)).toBe(true)
    const refused = [
      [64 * MIB - 1, 3, 1],
      [1024 * MIB + 1, 3, 4],
      [64 * MIB, 2, 1],
      [256 * MIB - 1, 2, 1],
      [256 * MIB, 0, 4],
      [256 * MIB, 17, 4],
      [256 * MIB, 3, 0],
      [256 * MIB, 3, 9],
      [1024 * MIB, 5, 4],
      [512 * MIB, 9, 4],
      [256 * MIB + 0.5, 3, 4],
      [Number.NaN, 3, 4],
      [256 * MIB, Number.NaN, 4]
    ] as const
    for (const [memory, passes, lanes] of refused)
      expect([memory, passes, lanes, isAllowed(memory, passes, lanes)]).toEqual([memory, passes, lanes, false])
  })

  test('never cost less than 192 MiB of passes nor more than 4 GiB of them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 21 }),
        fc.integer({ min: -1, max: 20 }),
        fc.integer({ min: -1, max: 10 }),
        (memory, passes, lanes) => {
          const cost = memory * passes
          const inBounds =
            memory >= 64 * MIB && memory <= 1024 * MIB && passes >= 1 && passes <= 16 && lanes >= 1 && lanes <= 8
          expect(isAllowed(memory, passes, lanes)).toBe(
            inBounds && (memory >= 256 * MIB || passes >= 3) && cost <= 4096 * MIB
          )
        }
      )
    )
  })

  test('are 256 MiB, 3 passes and 4 lanes where nothing was measured', () => {
    expect(DEFAULT_KDF).toEqual({ memoryKiB: 262_144, passes: 3, lanes: 4 })
    checkKdf(DEFAULT_KDF)
  })
})

test('a master password is the same bytes however its letters were composed', () => {
  using composed = passwordBytes('\u00c5ngstr\u00f6m \ufb01sh')
  using decomposed = passwordBytes('A\u030angstro\u0308m fish')
  expect(toHex(composed.bytes)).toBe('c3856e67737472c3b66d2066697368')
  expect(decomposed.bytes).toEqual(composed.bytes)
})
