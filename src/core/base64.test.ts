import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'
import { ascii } from './crypto/test-support/hex.ts'

/** Comparing a million bytes one by one takes a test runner seconds. */
const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])

describe('base64', () => {
  test('is the one of RFC 4648, section 10', () => {
    const pairs = [
      ['', ''],
      ['f', 'Zg=='],
      ['fo', 'Zm8='],
      ['foo', 'Zm9v'],
      ['foob', 'Zm9vYg=='],
      ['fooba', 'Zm9vYmE='],
      ['foobar', 'Zm9vYmFy']
    ] as const
    for (const [text, coded] of pairs) {
      expect(toBase64(ascii(text))).toBe(coded)
      expect(fromBase64(coded)).toEqual(ascii(text))
    }
  })

  test('gives back what went in, however long', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(isSame(fromBase64(toBase64(bytes)), bytes)).toBe(true)
      })
    )
    const long = new Uint8Array(2 ** 20).fill(0xa7)
    expect(isSame(fromBase64(toBase64(long)), long)).toBe(true)
  })

  test('has one text for every value', () => {
    for (const text of ['Zg', 'Zg=', 'Zh==', 'Zm9=', ' Zg==', 'Zg==\n', 'Z-==', 'Zg==Zg==', '====', 'Zm9v=']) {
      expect(() => fromBase64(text)).toThrow('VAULT_DAMAGED')
    }
  })
})
