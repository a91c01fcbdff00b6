import { describe, expect, test } from 'vitest'
import { createFormat } from './format.ts'

const en = createFormat('en-GB')
const de = createFormat('de-DE')
const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()
const NOW = at(25, 1)

describe('numbers and times in the user’s locale', () => {
  test('a time of today or yesterday is called so, by the calendar and not by 24 hours', () => {
    expect(en.moment(at(25, 0, 20), NOW)).toBe('Today, 00:20')
    expect(en.moment(at(24, 22), NOW)).toBe('Yesterday, 22:00')
    expect(de.moment(at(24, 22), NOW)).toBe('Gestern, 22:00')
  })

  test('a clock of twelve hours has no leading zero, one of twenty-four has', () => {
    const us = createFormat('en-US')
    expect(us.time(at(25, 9, 46)).replaceAll(/\s/g, ' ')).toBe('9:46 AM')
    expect(en.time(at(25, 9, 46))).toBe('09:46')
    expect(de.time(at(25, 9, 46))).toBe('09:46')
  })

  test('in the middle of a sentence it is written small', () => {
    expect(en.momentWithin(at(24, 22), NOW)).toBe('yesterday, 22:00')
  })

  test('this week has weekdays, everything older a date', () => {
    expect(en.moment(at(22, 18, 40), NOW)).toBe('Sun 22 Nov, 18:40')
    expect(en.moment(at(1, 9), NOW)).toBe('1 Nov 2026, 09:00')
  })

  test('bits have one digit, sizes a unit', () => {
    expect(en.bits(77.549)).toBe('77.5')
    expect(de.bits(77.549)).toBe('77,5')
    expect(en.bytes(512)).toBe('512 bytes')
    expect(en.bytes(65_536)).toBe('65.5 kB')
    expect(en.bytes(1_048_576)).toBe('1 MB')
  })

  test('long spans are told in words', () => {
    expect(en.span(5.437e9, 'year')).toBe('5.4 billion years')
    expect(de.span(5.437e9, 'year')).toBe('5,4 Milliarden Jahre')
    expect(en.span(1, 'day')).toBe('1 day')
  })
})
