import { describe, expect, test } from 'vitest'
import { VAULT_ERROR_CODES, VaultError } from '../core/errors.ts'
import { errorSentence } from './error-text.ts'
import { exitCodeOf } from './exit-code.ts'

describe('every error of the engine at the command line', () => {
  test.each(VAULT_ERROR_CODES)('%s ends with a code that is not 0 and one sentence', (code) => {
    expect(exitCodeOf(code)).toBeGreaterThan(0)
    expect(errorSentence(new VaultError(code))).toMatch(/^[A-Z][^\n]*\.$/)
  })

  test('damage is told with its place', () => {
    expect(errorSentence(new VaultError('VAULT_DAMAGED', { offset: 412 }))).toContain('at byte 412')
  })
})
