import { expect, test } from 'vitest'
import { dayOf } from './day-of.ts'

test('a day is that day wherever one is', () => {
  const day = dayOf('2031-08-14')
  expect(day === null ? null : new Date(day).toLocaleDateString('en-CA')).toBe('2031-08-14')
})

test('what is no day stays the text it is', () => {
  expect([dayOf('2031-02-30'), dayOf('14.8.2031'), dayOf('')]).toEqual([null, null, null])
})
