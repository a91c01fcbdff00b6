import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { highlights } from './highlight.ts'
import { foldText, queryTerms } from './text-fold.ts'

const marked = (text: string, query: string) =>
  highlights(text, queryTerms(query)).map(([from, to]) => text.slice(from, to))

describe('highlights', () => {
  test.each([
    ['GitHub', 'hub', ['Hub']],
    ['GitHub', 'git hub', ['GitHub']],
    ['banana', 'an', ['anan']],
    ['Große Straße', 'ss', ['ß', 'ß']],
    ['Straße 5', 'strasse', ['Straße']],
    ['Straße', 's', ['S', 'ß']],
    ['Mu\u0308ller', 'mul', ['Mu\u0308l']],
    ['Mu\u0308ller', 'u', ['u\u0308']],
    ['İstanbul', 'ist', ['İst']],
    ['👍🏽 mail ❤\ufe0f', 'mail', ['mail']],
    ['👍🏽 mail ❤\ufe0f', '❤', ['❤\ufe0f']],
    ['ﬁle', 'i', ['ﬁ']],
    ['\u0301a', 'a', ['a']],
    ['mail', 'x', []],
    ['', 'x', []]
  ])('of %s for "%s" are %j', (text, query, parts) => {
    expect(marked(text, query)).toEqual(parts)
  })

  test('hold the term wherever a text holds it, in order, apart, and never half a character', () => {
    const anyText = fc.string({
      unit: fc.constantFrom('a', 'B', 'ß', 'İ', 'e\u0301', 'ﬁ', '👍', ' ', '\u0301'),
      maxLength: 8
    })
    fc.assert(
      fc.property(anyText, fc.constantFrom('a', 'b', 's', 'ss', 'i', 'e', 'f', 'ab', '👍'), (text, term) => {
        const ranges = highlights(text, [term])
        expect(ranges.length > 0).toBe(foldText(text).includes(term))
        for (const [index, [from, to]] of ranges.entries()) {
          expect(foldText(text.slice(from, to))).toContain(term)
          expect(from).toBeGreaterThan(ranges[index - 1]?.[1] ?? -1)
          expect([text.slice(0, from), text.slice(from, to), text.slice(to)].every((part) => part.isWellFormed())).toBe(
            true
          )
        }
      })
    )
  })
})
