import { expect, test } from 'vitest'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import type { DeriveKey } from './derive-key.ts'
import { isRaised, measureKdf } from './measure.ts'

const MIB = 1024

/** A machine whose time is what a derivation costs. */
function machine(bytesPerMs: number) {
  let time = 0
  const deriveKey: DeriveKey = async (_password, { memoryKiB, passes }) => {
    time += (memoryKiB * passes) / bytesPerMs
    return SecretBytes.own(new Uint8Array(32))
  }
  return { deriveKey, options: { now: () => time, memory: 64 * 2 ** 30 } }
}

test('a faster machine is offered more, with the time that it would take', async () => {
  const { deriveKey, options } = machine(6000)
  const measured = await measureKdf(deriveKey, { memoryKiB: 256 * MIB, passes: 3, lanes: 4 }, options)
  expect(measured.milliseconds).toBe(131)
  expect(isRaised({ memoryKiB: 256 * MIB, passes: 3, lanes: 4 }, measured.proposed)).toBe(true)
  expect(measured.proposedMilliseconds).toBeGreaterThan(500)
  expect(measured.proposedMilliseconds).toBeLessThan(1100)
})

test('a slower one is offered what the vault has, and nothing less', async () => {
  const { deriveKey, options } = machine(100)
  const current = { memoryKiB: 512 * MIB, passes: 4, lanes: 4 }
  const measured = await measureKdf(deriveKey, current, options)
  expect(measured.proposed).toEqual(current)
  expect(measured.proposedMilliseconds).toBe(measured.milliseconds)
})

test('less memory for more passes is no raise', () => {
  const from = { memoryKiB: 512 * MIB, passes: 3, lanes: 4 }
  expect(isRaised(from, { ...from, passes: 4 })).toBe(true)
  expect(isRaised(from, { memoryKiB: 256 * MIB, passes: 16, lanes: 4 })).toBe(false)
  expect(isRaised(from, from)).toBe(false)
})
