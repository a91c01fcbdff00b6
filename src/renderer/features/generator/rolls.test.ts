import { describe, expect, test } from 'vitest'
import { bitsPerWord, replaceRow, resizeRolls } from './rolls.ts'

const OLD = [[1], [2], [3], [4]]
const FRESH = [[5], [5], [5], [5], [5], [5]]

describe('the rolls of a passphrase', () => {
  test('more words keep the ones that there are', () => {
    expect(resizeRolls(OLD, FRESH, 6)).toEqual([[1], [2], [3], [4], [5], [5]])
  })

  test('fewer words leave the last ones out', () => {
    expect(resizeRolls(OLD, FRESH, 3)).toEqual([[1], [2], [3]])
  })

  test('one word rolled anew leaves the others alone', () => {
    expect(replaceRow(OLD, 2, [6])).toEqual([[1], [2], [6], [4]])
  })

  test('five dice are worth 12.92 bits, which is a list of 7,776 words', () => {
    expect(bitsPerWord(5)).toBeCloseTo(Math.log2(7776), 10)
  })
})
