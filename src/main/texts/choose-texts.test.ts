import { expect, test } from 'vitest'
import { chooseTexts } from './choose-texts.ts'
import { de } from './de.ts'
import { en } from './en.ts'

test('the chosen language goes before the system’s, whose first known one is taken', () => {
  expect(chooseTexts('de', ['en-US'])).toBe(de)
  expect(chooseTexts('system', ['fr-FR', 'de-AT', 'en-US'])).toBe(de)
  expect(chooseTexts('system', ['fr-FR'])).toBe(en)
  expect(chooseTexts('system', [])).toBe(en)
})
