import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStamp, nextStamp, stampDevice, stampTime } from './stamp.ts'

const DEVICE = '0badc0de'
const device = fc.stringMatching(/^[0-9a-f]{8}$/)
const time = fc.integer({ min: 0, max: 2 ** 48 - 2 })

describe('a stamp', () => {
  test('holds the time, a counter and the device', () => {
    const stamp = nextStamp(null, 0x18f0a1b2c3d4, DEVICE)
    expect(stamp).toBe('18f0a1b2c3d400000badc0de')
    expect(stampTime(stamp)).toBe(0x18f0a1b2c3d4)
    expect(stampDevice(stamp)).toBe(DEVICE)
  })

  test('is greater than the one before, whatever the clock and the device do', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(time, device), { minLength: 2, maxLength: 60 }), (moments) => {
        let greatest: string | null = null
        for (const [now, id] of moments) {
          const stamp: string = nextStamp(greatest, now, id)
          expect(isStamp(stamp)).toBe(true)
          if (greatest !== null) expect(stamp > greatest).toBe(true)
          greatest = stamp
        }
      })
    )
  })

  test('never runs ahead of the clock when the vault is older', () => {
    fc.assert(
      fc.property(time, time, device, (a, b, id) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        fc.pre(earlier < later)
        expect(stampTime(nextStamp(nextStamp(null, earlier, id), later, id))).toBe(later)
      })
    )
  })

  test('counts within a millisecond and carries a full counter into the next', () => {
    expect(nextStamp('0000000000050000ffffffff', 5, DEVICE)).toBe('00000000000500010badc0de')
    expect(nextStamp('000000000005fffe00000000', 3, DEVICE)).toBe('000000000005ffff0badc0de')
    expect(nextStamp('000000000005ffff00000000', 3, DEVICE)).toBe('00000000000600000badc0de')
  })

  test('is refused past 48 bits of milliseconds, also by a carry', () => {
    expect(nextStamp(null, 2 ** 48 - 1, DEVICE)).toBe('ffffffffffff00000badc0de')
    const refused = expect.objectContaining({ code: 'CLOCK_OUT_OF_RANGE' })
    expect(() => nextStamp(null, 2 ** 48, DEVICE)).toThrow(refused)
    expect(() => nextStamp('ffffffffffffffff00000000', 0, DEVICE)).toThrow(refused)
    expect(() => nextStamp(null, -1, DEVICE)).toThrow(refused)
    expect(() => nextStamp(null, Number.NaN, DEVICE)).toThrow(refused)
  })

  test('is not made for a malformed device id', () => {
    expect(() => nextStamp(null, 1, '0BADC0DE')).toThrow(expect.objectContaining({ code: 'INTERNAL' }))
  })

  test.each([1, null, '', '18F0a1b2c3d400000badc0de', '18f0a1b2c3d400000badc0d', '18f0a1b2c3d400000badc0dee'])(
    'is not %s',
    (value) => expect(isStamp(value)).toBe(false)
  )
})
