import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generateCharacters } from '../generator/password.ts'
import { estimateBits } from './strength.ts'

const anyPassword = fc.string({ unit: fc.constantFrom(...'abcdxyzABZ0129!-_ ü€'), maxLength: 24 })

describe('the estimate of a typed password', () => {
  test.each([
    ['', 0],
    ['password', 8],
    ['Passw0rd', 10],
    ['P@ssw0rd!', 15],
    ['qwertz', 9],
    ['12345678901234', 17],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 10],
    ['abcdefghijklmnop', 10],
    ['zyxwvutsrq', 10],
    ['asdfghjkl', 9],
    ['Sommer2024', 17],
    ['summer2024!', 22],
    ['password1987password1987', 25],
    ['iloveyouiloveyou', 14],
    ['Michael1985', 18],
    ['letmein letmein', 16],
    ['tr0ub4dor&3', 45]
  ])('of %s is at most %i bits', (password, most) => {
    expect(estimateBits(password)).toBeLessThanOrEqual(most)
  })

  test.each([
    ['correct horse battery staple', 25, 50],
    ['oxidant willow glacier stamina pebble unfazed', 62, 85],
    ['oxidantwillowglacierstaminapebbleunfazed', 45, 85],
    ['tR7w%Kb2Hn&e9Vq4Mz_x', 90, 121],
    ['hq3kzv9wjx', 35, 52],
    ['2981736450', 25, 34]
  ])('of %s is between %i and %i bits', (password, least, most) => {
    expect(estimateBits(password)).toBeGreaterThanOrEqual(least)
    expect(estimateBits(password)).toBeLessThanOrEqual(most)
  })

  const random = (length: number) =>
    generateCharacters({ length, lower: true, upper: true, digits: true, symbols: true, lookAlikes: true })

  test('of a random password is never above what it has, and seldom far below', () => {
    const shares = Array.from({ length: 300 }, (_, round) => {
      const { text, bits } = random(8 + (round % 40))
      return estimateBits(text) / bits
    })
    expect(Math.max(...shares)).toBeLessThanOrEqual(1)
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.75)
  })

  test('is never negative, never more than for its two halves and the kinds they mix, and little for one repeated', () => {
    fc.assert(
      fc.property(anyPassword, anyPassword, (a, b) => {
        const whole = estimateBits(a + b)
        expect(whole).toBeGreaterThanOrEqual(0)
        expect(whole).toBeLessThanOrEqual(estimateBits(a) + estimateBits(b) + (a.length + b.length) * 1.3)
        expect(estimateBits(a + a)).toBeLessThanOrEqual(estimateBits(a) + 12)
      })
    )
  })

  test('grows with a random password', () => {
    for (let round = 0; round < 100; round++) {
      const { text } = random(60)
      const bits = [10, 30, 60].map((length) => estimateBits(text.slice(0, length)))
      expect(bits).toEqual(bits.toSorted((a, b) => a - b))
    }
  })

  test('of a megabyte takes no longer than of a sentence', () => {
    const long = 'The quick brown fox '.repeat(50_000)
    const begun = performance.now()
    expect(estimateBits(long)).toBeLessThan(120)
    // Wide, for a busy machine: read to its end it takes more than half a minute.
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})
