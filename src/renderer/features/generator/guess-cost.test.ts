import { describe, expect, test } from 'vitest'
import { guessesPerSecond, guessSpan } from './guess-cost.ts'

const USUAL = { memoryKiB: 256 * 1024, passes: 3, lanes: 4 }

describe('what guessing would cost', () => {
  test('a thousand cards of a terabyte a second try some 620,000 guesses a second at 256 MiB and three passes', () => {
    expect(guessesPerSecond(USUAL)).toBeCloseTo(620_881, -1)
  })

  test('twice the memory or twice the passes halve the guesses; lanes change nothing', () => {
    const once = guessesPerSecond(USUAL)
    expect(guessesPerSecond({ ...USUAL, memoryKiB: 512 * 1024 })).toBeCloseTo(once / 2, 6)
    expect(guessesPerSecond({ ...USUAL, passes: 6 })).toBeCloseTo(once / 2, 6)
    expect(guessesPerSecond({ ...USUAL, lanes: 1 })).toBe(once)
  })

  test('six words of the long list last for billions of years', () => {
    const span = guessSpan(77.5, guessesPerSecond(USUAL))
    expect(span).toMatchObject({ unit: 'year' })
    expect('count' in span && span.count / 1e9).toBeCloseTo(5.4, 0)
  })

  test('a PIN of six digits is gone in less than a second', () => {
    expect(guessSpan(Math.log2(1e6), guessesPerSecond(USUAL))).toEqual({ unit: 'instant' })
  })

  test('each unit begins where the smaller one would need too many', () => {
    const at = (seconds: number) => guessSpan(Math.log2(seconds) + 1, 1)
    expect(at(30)).toMatchObject({ unit: 'second' })
    expect(at(90)).toMatchObject({ unit: 'minute' })
    expect(at(7200)).toMatchObject({ unit: 'hour' })
    expect(at(200_000)).toMatchObject({ unit: 'day' })
    expect(at(40_000_000)).toMatchObject({ unit: 'year' })
  })

  test('beyond a trillion years no number is claimed', () => {
    expect(guessSpan(256, guessesPerSecond(USUAL))).toEqual({ unit: 'beyond' })
  })
})
