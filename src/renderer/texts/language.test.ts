import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFormat } from './format.ts'
import { chooseLanguage } from './language.ts'
import { chooseLocale, numberIn } from './locale.ts'

afterEach(() => vi.unstubAllGlobals())

describe('the language of the page', () => {
  test('is the one that was chosen, whatever the system says', () => {
    expect(chooseLanguage('de', ['en-US'])).toBe('de')
  })

  test('is the first of the system’s that there are words for', () => {
    expect(chooseLanguage('system', ['fr-FR', 'de-AT', 'en-US'])).toBe('de')
    expect(chooseLanguage('system', ['EN'])).toBe('en')
  })

  test('is English where none is', () => {
    expect(chooseLanguage('system', ['fr-FR'])).toBe('en')
    expect(chooseLanguage('system', [])).toBe('en')
  })

  test('writes dates as the system does where it speaks that language', () => {
    expect(chooseLocale('en', ['de-DE', 'en-US'])).toBe('en-US')
    expect(chooseLocale('en', ['en-ZA', 'en-GB'])).toBe('en-ZA')
    expect(chooseLocale('de', ['en-US', 'de-CH'])).toBe('de-CH')
  })

  test('writes them as its words are written where the system speaks another', () => {
    expect(chooseLocale('en', ['de-DE', 'fr'])).toBe('en-GB')
    expect(chooseLocale('de', ['en-US'])).toBe('de-DE')
  })

  test.each([
    [['de-CH'], 'de', /^12['’]345$/],
    [['en-US'], 'de', /^12\.345$/],
    [['en-ZA'], 'en', /^12\s345$/],
    [['fr-FR'], 'en', /^12,345$/]
  ] as const)('of the system’s %j has its numbers in %s sentences as in figures: %s', (languages, language, number) => {
    vi.stubGlobal('navigator', { languages })
    expect(numberIn(language)(12_345)).toMatch(number)
    expect(createFormat(chooseLocale(language, languages)).number(12_345)).toMatch(number)
  })
})
