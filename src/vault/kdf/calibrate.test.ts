import { describe, expect, test } from 'vitest'
import { checkKdf, DEFAULT_KDF } from '../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { calibrate, raiseKdf } from './calibrate.ts'

const GIB = 2 ** 20
const MUCH = 64 * GIB

describe('calibration', () => {
  test('measures one derivation with the default numbers and aims at a second', async () => {
    const times = [5000, 5250]
    const asked: unknown[] = []
    const numbers = await calibrate(
      async (_password, { memoryKiB, passes, lanes }) => {
        asked.push({ memoryKiB, passes, lanes })
        return SecretBytes.own(new Uint8Array(32))
      },
      { now: () => times.shift() ?? 0, memory: MUCH * 1024 }
    )
    expect(asked).toEqual([DEFAULT_KDF])
    expect(numbers).toEqual({ memoryKiB: GIB, passes: 3, lanes: 4 })
  })

  test('never goes below the default, however slow the machine', () => {
    for (const factor of [0, 0.001, 0.9, 1, 1.3]) expect(raiseKdf(factor, MUCH)).toEqual(DEFAULT_KDF)
    expect(raiseKdf(2, GIB / 4)).toMatchObject({ memoryKiB: DEFAULT_KDF.memoryKiB, passes: 6 })
  })

  test('never leaves the bounds of the format, however fast the machine', () => {
    for (const memory of [GIB, 4 * GIB, 8 * GIB, 16 * GIB, MUCH]) {
      for (let factor = 0.5; factor < 1e6; factor *= 1.37) {
        const numbers = raiseKdf(factor, memory)
        checkKdf(numbers)
        expect(numbers.memoryKiB * numbers.passes).toBeGreaterThanOrEqual(DEFAULT_KDF.memoryKiB * DEFAULT_KDF.passes)
        expect(numbers.memoryKiB * 16 <= memory || numbers.memoryKiB === DEFAULT_KDF.memoryKiB).toBe(true)
      }
    }
  })

  test('ends with what ended the derivation', async () => {
    const cancelled = calibrate(async () => Promise.reject(new Error('CANCELLED')))
    await expect(cancelled).rejects.toThrow('CANCELLED')
  })
})
