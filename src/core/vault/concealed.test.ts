import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../base64.ts'
import { concatBytes, u32 } from '../bytes.ts'
import { seal } from '../crypto/aead.ts'
import { ascii, flip, fromHex } from '../crypto/test-support/hex.ts'
import { type ConcealedScope, fingerprint, isSealed, openValue, sealValue } from './concealed.ts'
import type { Json } from './json.ts'

const scope: ConcealedScope = {
  key: new Uint8Array(32).fill(1),
  fingerprintKey: new Uint8Array(32).fill(2),
  vaultId: new Uint8Array(16).fill(3),
  keyEpoch: 1
}
const place = { item: '00112233-4455-4677-8899-aabbccddeeff', at: '018bcfe568000000aaaaaaaa', name: 'value:password' }
const sealedBytes = (value: Json): Uint8Array => fromBase64(isSealed(value) ? value.sealed : '')

const paddedLength = (text: string): number => sealedBytes(sealValue(scope, place, text)).length - 40

describe('a concealed value', () => {
  test('opens to what was sealed, where it was sealed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(openValue(scope, place, sealValue(scope, place, text))).toBe(text)
      })
    )
  })

  test('opens nowhere else', () => {
    const value = sealValue(scope, place, 'correct horse')
    const elsewhere = [
      { ...place, item: '00112233-4455-4677-8899-aabbccddeefe' },
      { ...place, item: 'vault' },
      { ...place, at: '018bcfe568000001aaaaaaaa' },
      { ...place, name: 'value:pin' }
    ]
    for (const other of elsewhere) expect(() => openValue(scope, other, value)).toThrow('VAULT_DAMAGED')
    const scopes = [
      { ...scope, keyEpoch: 2 },
      { ...scope, vaultId: new Uint8Array(16) },
      { ...scope, key: new Uint8Array(32) }
    ]
    for (const other of scopes) expect(() => openValue(other, place, value)).toThrow('VAULT_DAMAGED')
  })

  test('is sealed in the context that the format names', () => {
    const nonce = new Uint8Array(24).fill(4)
    const parts = [
      ascii('coffer/1/concealed'),
      scope.vaultId,
      u32(1),
      fromHex('00112233445546778899aabbccddeeff'),
      ascii(place.at),
      ascii(place.name)
    ]
    const padded = concatBytes(ascii('abc'), Uint8Array.of(0x80), new Uint8Array(28))
    const expected = seal(scope.key, padded, concatBytes(...parts), () => nonce)
    expect(sealValue(scope, place, 'abc', () => nonce)).toEqual({ sealed: toBase64(expected) })
  })

  test('shows its length only in steps, of 32 bytes at least', () => {
    expect([0, 1, 31, 32, 33, 100].map((count) => paddedLength('x'.repeat(count)))).toEqual([32, 32, 32, 36, 36, 104])
  })

  test('that was changed is damage, not another text', () => {
    const value = sealValue(scope, place, 'abc')
    const bytes = sealedBytes(value)
    for (let bit = 0; bit < bytes.length * 8; bit++)
      expect(() => openValue(scope, place, { sealed: toBase64(flip(bytes, bit)) })).toThrow('VAULT_DAMAGED')
    const malformed: Json[] = [
      null,
      'abc',
      { sealed: '' },
      { sealed: '!' },
      { sealed: 1 },
      { other: 'AAAA' },
      ['sealed']
    ]
    for (const each of malformed) expect(() => openValue(scope, place, each)).toThrow('VAULT_DAMAGED')
  })
})

describe('a fingerprint', () => {
  test('is the same for the same text and vault, and for no other', () => {
    expect(fingerprint(scope, 'secret')).toBe(fingerprint(scope, 'secret'))
    expect(fromBase64(fingerprint(scope, 'secret'))).toHaveLength(16)
    expect(fingerprint(scope, 'secret')).not.toBe(fingerprint(scope, 'Secret'))
    expect(fingerprint(scope, 'secret')).not.toBe(
      fingerprint({ ...scope, fingerprintKey: new Uint8Array(32) }, 'secret')
    )
  })
})
