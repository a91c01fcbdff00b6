import { expect, test } from 'vitest'
import { de } from '../../texts/de.ts'
import { en } from '../../texts/en.ts'
import { daysLeft } from './days-left.ts'

const DAY = 86_400_000
const NOW = new Date(2026, 10, 25, 9).getTime()
const left = (daysAgo: number) => daysLeft(NOW - daysAgo * DAY, NOW)

test('the trash keeps an item for thirty days, of which a day begun counts as one', () => {
  expect([left(0), left(0.5), left(1), left(29.2), left(30), left(31)]).toEqual([30, 30, 29, 1, 0, -1])
})

test('what a clock ahead of ours has trashed is not promised more days than there are', () => {
  expect(left(-9)).toBe(30)
})

test('one day and one item are told as one, in both languages', () => {
  expect([1, 2, 0].map(en.trash.daysLeft)).toEqual(['1 day left', '2 days left', 'Goes when next opened'])
  expect([1, 2, 0].map(de.trash.daysLeft)).toEqual(['Noch 1 Tag', 'Noch 2 Tage', 'Geht beim nächsten Öffnen'])
  expect([en, de].map((t) => t.trash.emptyTitle(1))).toEqual([
    'Empty the trash of 1 item?',
    'Papierkorb mit 1 Eintrag leeren?'
  ])
  expect([en, de].map((t) => t.trash.emptyTitle(1200))).toEqual([
    'Empty the trash of 1,200 items?',
    'Papierkorb mit 1.200 Einträgen leeren?'
  ])
})
