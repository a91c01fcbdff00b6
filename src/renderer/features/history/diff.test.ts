import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffTexts } from './diff.ts'

const text = (parts: ReturnType<typeof diffTexts>, ...kinds: readonly string[]) =>
  parts
    .filter(({ is }) => kinds.includes(is))
    .map((part) => part.text)
    .join('')

describe('the difference between two versions', () => {
  test('is shown by characters in a line and by lines in a text', () => {
    expect(diffTexts('mara', 'maria')).toEqual([
      { is: 'same', text: 'mar' },
      { is: 'newer', text: 'i' },
      { is: 'same', text: 'a' }
    ])
    expect(diffTexts('one\ntwo\nthree', 'one\n2\nthree')).toEqual([
      { is: 'same', text: 'one\n' },
      { is: 'older', text: 'two\n' },
      { is: 'newer', text: '2\n' },
      { is: 'same', text: 'three' }
    ])
    expect(diffTexts('é👨‍👩‍👧', 'é')).toEqual([
      { is: 'same', text: 'é' },
      { is: 'older', text: '👨‍👩‍👧' }
    ])
  })

  test('holds both versions whole, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n', 'ü') }), fc.string(), (older, newer) => {
        const parts = diffTexts(older, newer)
        expect(text(parts, 'same', 'older')).toBe(older)
        expect(text(parts, 'same', 'newer')).toBe(newer)
      })
    )
  })

  test('of texts that have nothing in common is both, at once', () => {
    const [older, newer] = ['a', 'b'].map((letter) => `${letter}\n`.repeat(5000))
    expect(diffTexts(older ?? '', newer ?? '').map(({ is }) => is)).toEqual(['older', 'newer'])
  })
})
