import { describe, expect, test } from 'vitest'
import { secretCharacters, secretRuns } from './secret-runs.ts'

describe('a revealed value', () => {
  test('falls into runs of letters, digits and symbols', () => {
    expect(secretRuns('tR7w%Kb22')).toEqual([
      { kind: 'letter', text: 'tR' },
      { kind: 'digit', text: '7' },
      { kind: 'letter', text: 'w' },
      { kind: 'symbol', text: '%' },
      { kind: 'letter', text: 'Kb' },
      { kind: 'digit', text: '22' }
    ])
  })

  test('loses no character, whatever is in it', () => {
    const value = 'é ß\u0308 👩‍👩‍👧 „x“\t٣'
    expect(
      secretRuns(value)
        .map((run) => run.text)
        .join('')
    ).toBe(value)
  })

  test('counts an accented letter or a family emoji as one character', () => {
    expect(secretCharacters('e\u0301👩‍👩‍👧1').map(({ kind }) => kind)).toEqual(['letter', 'symbol', 'digit'])
  })

  test('is nothing when empty', () => {
    expect(secretRuns('')).toEqual([])
  })
})
