import { expect, test } from 'vitest'
import { matchesSetting } from './match-setting.ts'

const TEXTS = ['Locking', 'Lock when idle', 'Ten minutes: long enough to read a page']

test('a setting is found by any words of its section, name or reason, in any order', () => {
  expect(matchesSetting('', TEXTS)).toBe(true)
  expect(matchesSetting('idle lock', TEXTS)).toBe(true)
  expect(matchesSetting('PAGE', TEXTS)).toBe(true)
  expect(matchesSetting('lock clipboard', TEXTS)).toBe(false)
})
