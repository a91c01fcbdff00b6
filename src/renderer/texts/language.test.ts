import { describe, expect, test } from 'vitest'
import { chooseLanguage, chooseLocale } from './language.ts'

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
    expect(chooseLocale('de', ['en-US'])).toBe('de')
  })
})
