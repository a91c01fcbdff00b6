import { describe, expect, test } from 'vitest'
import { highlightParts } from './highlight-parts.ts'

describe('a title with search hits', () => {
  test('is cut into what matched and what did not', () => {
    expect(
      highlightParts('Harbour Co-op', [
        [8, 10],
        [11, 12]
      ])
    ).toEqual([
      { text: 'Harbour ', hit: false },
      { text: 'Co', hit: true },
      { text: '-', hit: false },
      { text: 'o', hit: true },
      { text: 'p', hit: false }
    ])
  })

  test('stays whole without hits', () => {
    expect(highlightParts('GitHub', [])).toEqual([{ text: 'GitHub', hit: false }])
  })

  test('keeps every character when ranges overlap, are out of order or too long', () => {
    const parts = highlightParts('abcdef', [
      [4, 99],
      [1, 3],
      [2, 4]
    ])
    expect(parts.map((part) => part.text).join('')).toBe('abcdef')
    expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['bc', 'd', 'ef'])
  })
})
