import { describe, expect, test } from 'vitest'
import { askedPlaces, countWords, isPhraseWord } from './phrase-proof.ts'

describe('proving that the sheet is right', () => {
  test('asks for three different words, in order', () => {
    for (let round = 0; round < 200; round++) {
      const asked = askedPlaces(24)
      expect(new Set(asked).size).toBe(3)
      expect(asked.toSorted((a, b) => a - b)).toEqual(asked)
      expect(asked.every((place) => place >= 0 && place < 24)).toBe(true)
    }
  })

  test('can ask for the first and for the last word', () => {
    expect(askedPlaces(24, () => 0)).toEqual([0, 1, 2])
    expect(askedPlaces(24, (below) => below - 1)).toEqual([21, 22, 23])
  })

  test('takes a word as a person copies it', () => {
    expect(isPhraseWord(' Country ', 'country')).toBe(true)
    expect(isPhraseWord('count', 'country')).toBe(false)
    expect(isPhraseWord('', 'country')).toBe(false)
  })

  test('counts words, not their numbers', () => {
    expect(countWords('1. country 2. virtual\n3 total')).toBe(3)
    expect(countWords('  ')).toBe(0)
  })
})
