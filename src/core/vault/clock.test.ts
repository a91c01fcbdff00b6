import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advance, type Clock, emptyClock, greatestStamp, isBehind, mergeClocks } from './clock.ts'

const A = '00000000000100000000000a'
const A_LATER = '00000000000200000000000a'
const B = '00000000000300000000000b'

const stamp = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b', 'c'))
  .map(([time, device]) => `${time}`.padStart(12, '0') + '0000' + device.repeat(8))
const clock = fc.array(stamp, { maxLength: 6 }).map((stamps) => stamps.reduce<Clock>(advance, emptyClock()))

describe('a clock', () => {
  test('keeps the greatest stamp of each device', () => {
    const clock = [A, B, A_LATER, A].reduce<Clock>(advance, emptyClock())
    expect({ ...clock }).toEqual({ '0000000a': A_LATER, '0000000b': B })
    expect(greatestStamp(clock)).toBe(B)
    expect(greatestStamp(emptyClock())).toBeNull()
  })

  test('is behind when any device is ahead or unknown, however far ahead the others are', () => {
    const one = advance(emptyClock(), A_LATER)
    expect(isBehind(one, advance(emptyClock(), A))).toBe(false)
    expect(isBehind(one, advance(emptyClock(), B))).toBe(true)
    expect(isBehind(advance(emptyClock(), A), one)).toBe(true)
    expect(isBehind(one, one)).toBe(false)
  })

  test('does not mistake a name of Object for a device', () => {
    expect(isBehind(emptyClock(), JSON.parse('{"constructor":"x"}'))).toBe(true)
  })

  test('merges to the least clock that is behind neither', () => {
    fc.assert(
      fc.property(clock, clock, clock, (a, b, c) => {
        const merged = mergeClocks(a, b)
        expect(isBehind(merged, a) || isBehind(merged, b)).toBe(false)
        expect(mergeClocks(b, a)).toEqual(merged)
        expect(mergeClocks(merged, a)).toEqual(merged)
        expect(mergeClocks(merged, c)).toEqual(mergeClocks(a, mergeClocks(b, c)))
      })
    )
  })
})
