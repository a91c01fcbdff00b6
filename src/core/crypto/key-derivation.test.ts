import { blake2b } from '@noble/hashes/blake2.js'
import { expand, hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import { deriveVaultKeys } from './key-derivation.ts'
import { SecretBytes } from './secret-bytes.ts'
import { ascii, fromHex, toHex } from './test-support/hex.ts'

describe('the hashes that keys are made with', () => {
  test('HKDF-SHA-256 is RFC 5869, A.1 and A.3', () => {
    const info = fromHex('f0f1f2f3f4f5f6f7f8f9')
    const okm = hkdf(sha256, new Uint8Array(22).fill(0x0b), fromHex('000102030405060708090a0b0c'), info, 42)
    expect(toHex(okm)).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865')
    const prk = fromHex('077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5')
    expect(expand(sha256, prk, info, 42)).toEqual(okm)
    const plain = hkdf(sha256, new Uint8Array(22).fill(0x0b), new Uint8Array(), new Uint8Array(), 42)
    expect(toHex(plain)).toBe('8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8')
  })

  test('HMAC-SHA-256 is RFC 4231, test cases 1 and 2', () => {
    expect(toHex(hmac(sha256, new Uint8Array(20).fill(0x0b), ascii('Hi There')))).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'
    )
    expect(toHex(hmac(sha256, ascii('Jefe'), ascii('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    )
  })

  test('SHA-256 is FIPS 180-2, B.1, and BLAKE2b is RFC 7693, appendix A', () => {
    expect(toHex(sha256(ascii('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(
      toHex(blake2b(ascii('abc'))).startsWith('ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1')
    ).toBe(true)
  })
})

const dataKey = () => SecretBytes.own(new Uint8Array(32).fill(7))

describe('the keys of a vault', () => {
  test('are HKDF-Expand of the data key, one label each', () => {
    using key = dataKey()
    using keys = deriveVaultKeys(key)
    for (const name of ['header', 'frame', 'concealed', 'fingerprint'] as const) {
      // Expand with one block is HMAC(PRK, info ‖ 0x01): RFC 5869, section 2.3.
      expect(keys[name]).toEqual(hmac(sha256, key.bytes, ascii(`coffer/1/key/${name}\u0001`)))
    }
  })

  test('are zeroed when they are disposed of', () => {
    using key = dataKey()
    const keys = deriveVaultKeys(key)
    keys[Symbol.dispose]()
    for (const bytes of [keys.header, keys.frame, keys.concealed, keys.fingerprint])
      expect(bytes).toEqual(new Uint8Array(32))
  })
})

describe('secret bytes', () => {
  test('are zeroed at the end of their block, also on a throw', () => {
    const bytes = Uint8Array.of(1, 2, 3)
    const failing = () => {
      using secret = SecretBytes.own(bytes)
      throw new Error(`on the way with ${secret.bytes.length} bytes`)
    }
    expect(failing).toThrow('on the way')
    expect(bytes).toEqual(new Uint8Array(3))
  })

  test('cannot be used once they are zeroed, and a copy outlives them', () => {
    const secret = SecretBytes.own(Uint8Array.of(1, 2, 3))
    using copy = secret.copy()
    secret[Symbol.dispose]()
    secret[Symbol.dispose]()
    expect(() => secret.bytes).toThrow('INTERNAL')
    expect(copy.bytes).toEqual(Uint8Array.of(1, 2, 3))
  })
})
