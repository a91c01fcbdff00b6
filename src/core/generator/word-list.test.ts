import { describe, expect, test } from 'vitest'
import { utf8Bytes } from '../vault/text.ts'
import { parseWordList, wordListOf } from './word-list.ts'

const damaged = expect.objectContaining({ code: 'WORD_LIST_DAMAGED', detail: { list: 'eff-short-1' } })

describe('a word list', () => {
  test('other than the pinned one is refused, never taken for an empty one', () => {
    for (const text of ['', '\n', '1111\tacid\n']) {
      expect(() => parseWordList('eff-short-1', utf8Bytes(text))).toThrow(damaged)
    }
  })

  test('has a word for every throw of its dice', () => {
    expect(wordListOf('de', ['a', 'b', 'c', 'd', 'e', 'f']).dicePerWord).toBe(1)
    expect(() => wordListOf('eff-short-1', ['a', 'b', 'c', 'd', 'e'])).toThrow(damaged)
    expect(() => wordListOf('eff-short-1', ['a'])).toThrow(damaged)
    expect(() => wordListOf('eff-short-1', [])).toThrow(damaged)
  })

  test.each([
    ['repeats a word', ['a', 'b', 'c', 'd', 'e', 'a']],
    [
      'has a word that begins another, so that texts without separator read two ways',
      ['ab', 'abba', 'c', 'd', 'e', 'f']
    ],
    ['has capitals, which the option for capitals would hide', ['A', 'b', 'c', 'd', 'e', 'f']],
    ['has digits, which the option for a digit would hide', ['a1', 'b', 'c', 'd', 'e', 'f']],
    ['has an empty word', ['', 'b', 'c', 'd', 'e', 'f']]
  ])('that %s is refused', (_, words) => {
    expect(() => wordListOf('eff-short-1', words)).toThrow(damaged)
  })
})
