import { describe, expect, test } from 'vitest'
import { VAULT_ERROR_CODES, VaultError, type VaultErrorCode } from '../core/errors.ts'
import { errorSentence } from './error-text.ts'
import { exitCodeOf } from './exit-code.ts'

/** A script may show the line as it is; a second sentence would be a second line somewhere. */
const ONE_SENTENCE = /^[A-Z0-9](?:(?![.!?] )[^\n])*\.$/

const REASONS =
  'accountBound tooNew unknownContent kdf deviceKey size time version cipher encryptedZip doctype keyFile noGpg noKey rows'.split(
    ' '
  )
const TOO_LARGE = 'attachment text title label tag tags fields image'.split(' ')
const DETAILS: readonly (readonly [VaultErrorCode, VaultError['detail']])[] = [
  ...REASONS.map((reason) => ['IMPORT_REFUSED', { reason }] as const),
  ...TOO_LARGE.map((what) => ['TOO_LARGE', { what }] as const),
  ['NOT_A_BREACH_LIST', { why: 'order' }],
  ['NOT_A_BREACH_LIST', { why: 'missing' }],
  ['WRONG_PASSWORD', { of: 'import' }],
  ['BAD_RECOVERY_PHRASE', { word: 3 }],
  ['VAULT_DAMAGED', { offset: 412 }],
  ['LOCKED_BY_OTHER', { pid: 7, host: 'atlas' }],
  ['IO', { errno: 'EIO' }],
  ['BAD_REQUEST', { matches: 2 }],
  ['BAD_RECIPIENT', { mixed: 1 }],
  ['REFERENCE_NOT_FOUND', { reference: 'coffer://a/b', matches: 2 }],
  ['IMPORT_DAMAGED', { place: 'row 3' }]
]

describe('every error of the engine at the command line', () => {
  test.each(VAULT_ERROR_CODES)('%s ends with a code that is not 0 and one sentence', (code) => {
    expect(exitCodeOf(code)).toBeGreaterThan(0)
    expect(errorSentence(new VaultError(code))).toMatch(ONE_SENTENCE)
  })

  test.each(DETAILS)('%s %j is one sentence too', (code, detail) => {
    const sentence = errorSentence(new VaultError(code, detail))
    expect(sentence).toMatch(ONE_SENTENCE)
    expect(sentence).not.toBe(errorSentence(new VaultError(code)))
  })

  test('damage is told with its place', () => {
    expect(errorSentence(new VaultError('VAULT_DAMAGED', { offset: 412 }))).toContain('at byte 412')
  })
})
