import { describe, expect, test } from 'vitest'
import { isSamePassword, missingCharacters } from './password-rules.ts'

describe('a master password of one’s own', () => {
  test('needs fifteen characters', () => {
    expect(missingCharacters('')).toBe(15)
    expect(missingCharacters('fourteen chars')).toBe(1)
    expect(missingCharacters('fifteen charact')).toBe(0)
    expect(missingCharacters('a much longer one than that')).toBe(0)
  })

  test('is counted in characters, not in UTF-16', () => {
    expect(missingCharacters('🔑'.repeat(14))).toBe(1)
    expect(missingCharacters('🔑'.repeat(15))).toBe(0)
  })

  test('typed again is the same in whichever way the keyboard composes an accent', () => {
    expect(isSamePassword('caf\u00e9', 'cafe\u0301')).toBe(true)
    expect(isSamePassword('cafe', 'Cafe')).toBe(false)
    expect(isSamePassword('cafe', 'cafe ')).toBe(false)
  })
})
