import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldCharacter, foldText, isPlain, isWordStart, queryTerms } from './text-fold.ts'

describe('folding a text for search', () => {
  test.each([
    ['GitHub', 'github'],
    ['Müller', 'muller'],
    ['Mu\u0308ller', 'muller'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Ångström', 'angstrom'],
    ['Łódź', 'lodz'],
    ['Ærø', 'aero'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['ﬁle', 'file'],
    ['Ｆｕｌｌ', 'full'],
    ['❤\ufe0f', '❤'],
    ['a\tb\nc\u0000d\u0001', 'a b c d ']
  ])('makes %s %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('comes to the same for a text and for its characters, and for a folded text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = foldText(text)
        expect(folded).toBe(Array.from(text, foldCharacter).join(''))
        expect(folded).not.toMatch(/[\u0000-\u001f]/)
        expect(foldText(folded)).toBe(folded)
      })
    )
  })

  test('keeps every place of a plain text', () => {
    fc.assert(fc.property(fc.string().filter(isPlain), (text) => void expect(foldText(text)).toBe(text.toLowerCase())))
  })
})

describe('the terms of a query', () => {
  test('are its folded words, each once', () => {
    expect(queryTerms('  Git  hub GIT\u00a0Straße ')).toEqual(['git', 'hub', 'strasse'])
    expect(queryTerms(' \t ')).toEqual([])
  })
})

describe('a word', () => {
  test('begins at the front, and behind what is neither letter nor digit', () => {
    const starts = (text: string) => Array.from(text, (_, at) => at).filter((at) => isWordStart(text, at))
    expect(starts('my-app 2.0')).toEqual([0, 3, 7, 9])
    expect(starts('éab')).toEqual([0])
    expect(isWordStart('𝒜b', '𝒜'.length)).toBe(false)
    expect(isWordStart('👍b', '👍'.length)).toBe(true)
  })
})
