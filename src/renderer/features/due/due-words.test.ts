import { expect, test } from 'vitest'
import { de } from '../../texts/de.ts'
import { en } from '../../texts/en.ts'
import { createFormat } from '../../texts/format.ts'
import { dueWords, isSoon } from './due-words.ts'

const NOW = new Date(2026, 10, 25, 23, 30).getTime()
const day = (year: number, month: number, date: number) => new Date(year, month - 1, date, 12).getTime()
const expires = (at: number, t = en, locale = 'en') => dueWords(t, createFormat(locale), { at, why: 'expires' }, NOW)
const rotate = (at: number) => dueWords(en, createFormat('en'), { at, why: 'rotate' }, NOW)

test('an end is told in days, weeks and years, and louder when it is near or past', () => {
  expect(expires(day(2026, 12, 7))).toMatchObject({ text: 'Expires in 12 days', tone: 'warn' })
  expect(expires(day(2026, 11, 26))).toMatchObject({ text: 'Expires tomorrow', tone: 'warn' })
  expect(expires(day(2026, 11, 24))).toMatchObject({ text: 'Expired yesterday', tone: 'danger' })
  expect(expires(day(2027, 3, 10))).toMatchObject({ text: 'Expires in 15 weeks', tone: 'muted' })
  expect(expires(day(2031, 8, 14))).toMatchObject({ text: 'Expires in 5 years', tone: 'muted' })
  expect(expires(day(2026, 12, 7), de, 'de').text).toBe('Läuft ab in 12 Tagen')
})

test('a rotation is due from its day on', () => {
  expect(rotate(day(2026, 11, 25))).toMatchObject({ text: 'Rotation due', tone: 'warn' })
  expect(rotate(day(2026, 11, 1))).toMatchObject({ text: 'Rotation due', tone: 'warn' })
  expect(rotate(day(2026, 11, 30)).text).toBe('Change in 5 days')
})

test('soon is thirty days', () => {
  expect([isSoon(day(2026, 12, 25), NOW), isSoon(day(2026, 12, 26), NOW)]).toEqual([true, false])
})
