import { expect, test } from 'vitest'
import { EVERYTHING, filterOf, isEverything } from './filter-choice.ts'

test('what is not chosen is not asked for', () => {
  expect(filterOf(EVERYTHING, 0)).toEqual({})
  expect(filterOf({ ...EVERYTHING, text: '  ' }, 0)).toEqual({})
  expect(isEverything({ ...EVERYTHING, text: '  ' })).toBe(true)
})

test('days count back from now, and all choices narrow together', () => {
  const chosen = { text: 'db', group: 'out', device: 'aaaaaaaa', period: '7' } as const
  const week = 7 * 24 * 60 * 60 * 1000
  expect(filterOf(chosen, week + 5)).toEqual({ text: 'db', group: 'out', device: 'aaaaaaaa', since: 5 })
  expect(isEverything(chosen)).toBe(false)
})
