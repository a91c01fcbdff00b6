import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomBytes } from '../random.ts'
import { countCovering, drawCovering } from './covering-strings.ts'
import { bitsOf } from './entropy.ts'
import {
  type CharacterOptions,
  characterClasses,
  DEFAULT_CHARACTERS,
  generateCharacters,
  generatePin
} from './password.ts'
import { looksUniform } from './test-support/chances.ts'

const refused = expect.objectContaining({ code: 'BAD_REQUEST' })

const anyOptions: fc.Arbitrary<CharacterOptions> = fc
  .record({
    length: fc.integer({ min: 8, max: 128 }),
    lower: fc.boolean(),
    upper: fc.boolean(),
    digits: fc.boolean(),
    symbols: fc.boolean(),
    lookAlikes: fc.boolean()
  })
  .filter(({ lower, upper, digits, symbols }) => lower || upper || digits || symbols)

/** Every string of this length over the classes that holds a character of each. */
function allCovering(classes: readonly string[], length: number): string[] {
  let texts = ['']
  for (let place = 0; place < length; place++)
    texts = texts.flatMap((text) => [...classes.join('')].map((one) => text + one))
  return texts.filter((text) => classes.every((members) => [...members].some((member) => text.includes(member))))
}

describe('a password of characters', () => {
  test('is as long as asked, has every chosen kind, and nothing else', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const { text } = generateCharacters(options)
        expect(text).toHaveLength(options.length)
        expect([/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].map((kind) => kind.test(text))).toEqual([
          options.lower,
          options.upper,
          options.digits,
          options.symbols
        ])
        expect(!options.lookAlikes && /[0Oo1lI]/.test(text)).toBe(false)
        expect([...text].every((one) => characterClasses(options).join('').includes(one))).toBe(true)
      })
    )
  })

  test('of the usual 20 characters out of 66 has 120.7 bits', () => {
    expect(characterClasses(DEFAULT_CHARACTERS).join('')).toHaveLength(66)
    expect(generateCharacters(DEFAULT_CHARACTERS).bits).toBeCloseTo(120.7175, 4)
  })

  test('of one kind has the plain logarithm', () => {
    const digits = { length: 8, lower: false, upper: false, digits: true, symbols: false, lookAlikes: true }
    expect(generateCharacters(digits).bits).toBeCloseTo(8 * Math.log2(10), 12)
  })

  test('without any kind, or of a length out of bounds, is refused', () => {
    const none = { ...DEFAULT_CHARACTERS, lower: false, upper: false, digits: false, symbols: false }
    expect(() => generateCharacters(none)).toThrow(refused)
    for (const length of [0, 7, 129, 8.5, Number.NaN])
      expect(() => generateCharacters({ ...DEFAULT_CHARACTERS, length })).toThrow(refused)
  })

  test('is counted exactly: the same number as writing all of them down', () => {
    const classes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(classes, fc.integer({ min: 1, max: 5 }), (sizes, length) => {
        const members = sizes.map((size, kind) => 'abcdefghijkl'.slice(kind * 3, kind * 3 + size))
        expect(countCovering(sizes, length)).toBe(BigInt(allCovering(members, length).length))
      }),
      { numRuns: 60 }
    )
  })

  test('is any of the possible ones with the same chance', () => {
    const possible = allCovering(['ab', '0', '-'], 4)
    const draws = Array.from({ length: 20_000 }, () => drawCovering(['ab', '0', '-'], 4, randomBytes))
    expect(draws.every((draw) => possible.includes(draw))).toBe(true)
    expect(looksUniform(draws, possible.length)).toBe(true)
  })

  test('that cannot hold every kind is refused instead of searched for forever', () => {
    expect(() => drawCovering(['a', 'b', 'c'], 2, randomBytes)).toThrow(refused)
  })
})

describe('a PIN', () => {
  test('has as many digits as asked, each with the same chance in each place', () => {
    const draws = Array.from({ length: 5000 }, () => generatePin(6).text)
    expect(draws.every((pin) => /^\d{6}$/.test(pin))).toBe(true)
    expect(
      looksUniform(
        draws.flatMap((pin) => [...pin].map((digit, place) => `${place} ${digit}`)),
        60
      )
    ).toBe(true)
    expect(generatePin(6).bits).toBeCloseTo(Math.log2(1e6), 12)
  })

  test('of fewer than 4 digits or more than 12 is refused', () => {
    for (const digits of [0, 3, 13, 4.5]) expect(() => generatePin(digits)).toThrow(refused)
  })
})

describe('the bits of a count', () => {
  test('are its logarithm, however large', () => {
    expect(bitsOf(1n)).toBe(0)
    expect(bitsOf(7776n)).toBeCloseTo(Math.log2(7776), 12)
    expect(bitsOf(66n ** 128n)).toBeCloseTo(128 * Math.log2(66), 9)
  })
})

describe('the test of uniformity', () => {
  test('sees a bias of a tenth', () => {
    const biased = Array.from({ length: 20_000 }, (_, index) => String(index % 11 === 10 ? 0 : index % 10))
    expect(looksUniform(biased, 10)).toBe(false)
    expect(looksUniform(['a', 'b'], 1)).toBe(false)
  })
})
