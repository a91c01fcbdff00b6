import { describe, expect, test } from 'vitest'
import { generatePassphrase, type PassphraseOptions, passphraseFromRolls } from './diceware.ts'
import { looksUniform, scripted } from './test-support/chances.ts'
import { wordListOf } from './word-list.ts'

const SIX = wordListOf('eff-large', ['down', 'drop-down', 'felt-tip', 'tip', 'yo-yo', 'yoyo'])
const PLAIN: PassphraseOptions = { list: 'eff-large', words: 4, separator: 'space', capitals: false, digit: false }
const SEPARATORS = ['space', 'hyphen', 'dot', 'underscore', 'none'] as const
const refused = expect.objectContaining({ code: 'BAD_REQUEST' })

/** Every throw of four dice. */
const THROWS = Array.from({ length: 6 ** 4 }, (_, index) =>
  [216, 36, 6, 1].map((place) => [(Math.floor(index / place) % 6) + 1])
)

describe('a passphrase', () => {
  test('has the words that its dice chose, with the separator between them', () => {
    const made = passphraseFromRolls(SIX, { ...PLAIN, separator: 'dot' }, [[1], [6], [3], [1]])
    expect(made).toEqual({
      text: 'down.yoyo.felt-tip.down',
      words: ['down', 'yoyo', 'felt-tip', 'down'],
      rolls: [[1], [6], [3], [1]],
      bits: 4 * Math.log2(6)
    })
  })

  test('shows the dice of each word, and those dice give it again', () => {
    for (let round = 0; round < 200; round++) {
      const options = {
        ...PLAIN,
        words: 4 + (round % 9),
        separator: SEPARATORS[round % 5] ?? 'none',
        capitals: round % 2 === 0
      }
      const made = generatePassphrase(SIX, options)
      expect(made.words).toHaveLength(options.words)
      expect(passphraseFromRolls(SIX, options, made.rolls)).toEqual(made)
    }
  })

  test('begins its words with capitals, and has one digit behind one of them', () => {
    const options = { ...PLAIN, capitals: true, digit: true, separator: 'hyphen' } as const
    const made = passphraseFromRolls(SIX, options, [[1], [2], [3], [4]], scripted(1, 7))
    expect(made.text).toBe('Down-Drop-down7-Felt-tip-Tip')
    expect(made.words).toEqual(['down', 'drop-down', 'felt-tip', 'tip'])
  })

  test.each(SEPARATORS)(
    'has a text of its own for each choice with separator %s, so that its bits are exact',
    (separator) => {
      for (const capitals of [false, true]) {
        const options = { ...PLAIN, separator, capitals }
        const texts = new Set(THROWS.map((rolls) => passphraseFromRolls(SIX, options, rolls).text))
        expect(Math.log2(texts.size)).toBeCloseTo(generatePassphrase(SIX, options).bits, 9)
      }
    }
  )

  test.each(SEPARATORS)(
    'has a text of its own for each place and value of the digit with separator %s',
    (separator) => {
      const options = { ...PLAIN, separator, digit: true }
      const texts = new Set<string>()
      for (const rolls of THROWS) {
        for (let choice = 0; choice < 40; choice++) {
          texts.add(passphraseFromRolls(SIX, options, rolls, scripted(choice % 4, Math.floor(choice / 4))).text)
        }
      }
      expect(Math.log2(texts.size)).toBeCloseTo(generatePassphrase(SIX, options).bits, 9)
    }
  )

  test('is any of the possible ones with the same chance', () => {
    const draws = Array.from({ length: 30_000 }, () => generatePassphrase(SIX, PLAIN).text)
    expect(looksUniform(draws, 6 ** 4)).toBe(true)
  })

  test('has its digit anywhere, and any digit, with the same chance', () => {
    const draws = Array.from({ length: 8000 }, () => generatePassphrase(SIX, { ...PLAIN, digit: true }).text)
    const places = draws.map(
      (text) => `${text.split(' ').findIndex((word) => /\d/.test(word))} ${text.replace(/\D/g, '')}`
    )
    expect(looksUniform(places, 40)).toBe(true)
  })
})

describe('own dice', () => {
  test.each([
    ['a row too few', [[1], [1], [1]]],
    ['a row too many', [[1], [1], [1], [1], [1]]],
    ['a die too many', [[1], [1], [1], [1, 1]]],
    ['a die too few', [[1], [1], [1], []]],
    ['a face of 0', [[1], [1], [1], [0]]],
    ['a face of 7', [[1], [1], [1], [7]]],
    ['half a face', [[1], [1], [1], [1.5]]],
    ['no number', [[1], [1], [1], [Number.NaN]]]
  ])('with %s are refused', (_, rolls) => {
    expect(() => passphraseFromRolls(SIX, PLAIN, rolls)).toThrow(refused)
  })
})

describe('options', () => {
  test('of fewer than 4 words, more than 12, or another list are refused', () => {
    for (const words of [0, 3, 13, 4.5, Number.NaN])
      expect(() => generatePassphrase(SIX, { ...PLAIN, words })).toThrow(refused)
    expect(() => generatePassphrase(SIX, { ...PLAIN, list: 'de' })).toThrow(refused)
  })
})
