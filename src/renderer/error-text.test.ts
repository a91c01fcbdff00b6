import { describe, expect, test } from 'vitest'
import { VAULT_ERROR_CODES } from '../core/errors.ts'
import type { BoundaryCode } from '../shared/api.ts'
import { ApiError } from './api.ts'
import { errorCode, errorText } from './error-text.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'

const BOUNDARY: Readonly<Record<BoundaryCode, true>> = {
  BAD_REQUEST: true,
  BAD_ANSWER: true,
  LOCKED: true,
  REFUSED_SENDER: true,
  INTERNAL: true
}
const EVERY_CODE = [...new Set<string>([...VAULT_ERROR_CODES, ...Object.keys(BOUNDARY)])]

describe('what went wrong, in words', () => {
  test('there is a sentence for each code of the engine and of the boundary, and for no other', () => {
    expect(Object.keys(en.errors).toSorted()).toEqual(EVERY_CODE.toSorted())
    expect(Object.keys(de.errors).toSorted()).toEqual(EVERY_CODE.toSorted())
  })

  test.each(EVERY_CODE)('%s has a whole sentence in both languages', (code) => {
    for (const texts of [en, de]) {
      const sentence = errorText(texts, new ApiError(code, {}))
      expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
      expect(sentence).not.toContain('undefined')
    }
  })

  test('damage names the byte where the file cannot be read', () => {
    expect(errorText(en, new ApiError('VAULT_DAMAGED', { offset: 41_280 }))).toContain('byte 41280')
    expect(errorText(de, new ApiError('VAULT_DAMAGED', { offset: 41_280 }))).toContain('Byte 41280')
  })

  test('a wrong password, damage, a rollback, a newer version and another program are told apart', () => {
    const codes = ['WRONG_PASSWORD', 'VAULT_DAMAGED', 'VAULT_ROLLED_BACK', 'VAULT_TOO_NEW', 'LOCKED_BY_OTHER']
    for (const texts of [en, de]) {
      expect(new Set(codes.map((code) => errorText(texts, new ApiError(code, {})))).size).toBe(codes.length)
    }
  })

  test('a code that is not known, and an error of our own, are one of ours', () => {
    expect(errorCode(new ApiError('toString', {}))).toBe('INTERNAL')
    expect(errorCode(new TypeError('secret'))).toBe('INTERNAL')
    expect(errorText(en, new TypeError('secret'))).not.toContain('secret')
  })
})
