import { describe, expect, test } from 'vitest'
import { dayOf, dueOf, readDue, readRule } from './due.ts'

describe('what is due', () => {
  test('on a day is due at noon of it, in a month on its last day', () => {
    expect(dayOf('2031-08-14')).toBe(Date.UTC(2031, 7, 14, 12))
    expect(dayOf('2028-02')).toBe(Date.UTC(2028, 1, 29, 12))
    expect(dayOf('2031-12')).toBe(Date.UTC(2031, 11, 31, 12))
  })

  test.each(['', '2031-02-30', '2031-13', '2031-00-10', '2031-08-00', '14.8.2031', 'soon'])('is never "%s"', (text) => {
    expect(dayOf(text)).toBeNull()
    expect(readRule({ on: text })).toBeNull()
  })

  test('after so many days counts from when the value was set', () => {
    expect(dueOf({ every: 90 }, 1000)).toEqual({
      why: 'rotate',
      at: 1000 + 90 * 86_400_000
    })
    expect(dueOf({ every: 90 }, null)).toBeNull()
  })

  test.each([null, 'x', [], {}, { every: 0 }, { every: 3651 }, { every: '90' }, { on: 5 }])(
    '%j says nothing',
    (value) => {
      expect(readRule(value)).toBeNull()
    }
  )
})

test('the soonest of an item is read, and nothing else for it', () => {
  expect(readDue({ at: 5, why: 'rotate' })).toEqual({ at: 5, why: 'rotate' })
  for (const value of [undefined, null, 5, {}, { at: 5 }, { at: '5', why: 'rotate' }, { at: 5, why: 'x' }])
    expect(readDue(value)).toBeNull()
})
