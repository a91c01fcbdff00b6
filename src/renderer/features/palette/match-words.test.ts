import { expect, test } from 'vitest'
import { matchWords } from './match-words.ts'

test('a command is found by its words in any order, best at the beginning of one', () => {
  expect(matchWords('Copy password', 'cop')).toEqual([[0, 3]])
  expect(matchWords('Copy password', 'pass copy')).toEqual([
    [5, 9],
    [0, 4]
  ])
  expect(matchWords('Recopy copy', 'cop')).toEqual([[7, 10]])
  expect(matchWords('Copy password', 'cop x')).toBeNull()
  expect(matchWords('Copy password', '')).toEqual([])
})

test('marks nothing where case folding moves the letters', () => {
  expect(matchWords('İzmir bank', 'bank')).toEqual([])
})
