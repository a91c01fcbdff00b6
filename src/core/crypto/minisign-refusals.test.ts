import { describe, expect, test } from 'vitest'
import { toBase64 } from '../base64.ts'
import { concatBytes } from '../bytes.ts'
import { VaultError } from '../errors.ts'
import { checkMinisig, minisigText, signingKeyFrom } from './minisign.ts'
import { SecretBytes } from './secret-bytes.ts'
import { ascii } from './test-support/hex.ts'

const keyId = new Uint8Array(8)
const codeOf = (run: () => unknown): string => {
  try {
    run()
    return 'none'
  } catch (error) {
    return error instanceof VaultError ? error.code : String(error)
  }
}

describe('a signing key', () => {
  test('is made of 32 bytes and named by 8, and of nothing else', () => {
    for (const [seed, id] of [
      [31, 8],
      [33, 8],
      [32, 7],
      [32, 9]
    ] as const) {
      const made = () => signingKeyFrom(SecretBytes.own(new Uint8Array(seed)), new Uint8Array(id))
      expect([seed, id, codeOf(made)]).toEqual([seed, id, 'INTERNAL'])
    }
  })

  test('signs no more once it is given up', () => {
    const key = signingKeyFrom(SecretBytes.own(new Uint8Array(32).fill(1)), keyId)
    key[Symbol.dispose]()
    expect(codeOf(() => key.sign(ascii('x')))).toBe('INTERNAL')
  })
})

describe('a trusted comment', () => {
  const key = signingKeyFrom(SecretBytes.own(new Uint8Array(32).fill(1)), keyId)

  test('may be as long as 4096 bytes and no longer', () => {
    expect(minisigText(key, new Uint8Array(64), 'x'.repeat(4096))).toContain('x'.repeat(4096))
    expect(codeOf(() => minisigText(key, new Uint8Array(64), 'x'.repeat(4097)))).toBe('BAD_REQUEST')
  })

  test('is one line', () => {
    for (const text of ['a\nb', 'a\rb', 'a\u0000b', 'a\u0085b'])
      expect(codeOf(() => minisigText(key, new Uint8Array(64), text))).toBe('BAD_REQUEST')
  })
})

test('a key of small order vouches for nothing, although looser rules would take its signature for any text', () => {
  // The neutral point as key and as R, and S = 0: RFC 8032's equation without its cofactor holds for every message.
  const neutral = new Uint8Array(32)
  neutral[0] = 1
  const publicKey = toBase64(concatBytes(ascii('Ed'), keyId, neutral))
  const signature = concatBytes(neutral, new Uint8Array(32))
  const text = [
    'untrusted comment: x',
    toBase64(concatBytes(ascii('ED'), keyId, signature)),
    'trusted comment: y',
    `${toBase64(signature)}\n`
  ].join('\n')
  expect(checkMinisig(text, publicKey, new Uint8Array(64))).toBe(false)
})

test('text that is no signature, or a key that is none, does not fit and does not throw', () => {
  const key = signingKeyFrom(SecretBytes.own(new Uint8Array(32).fill(1)), keyId)
  const hash = new Uint8Array(64)
  const text = minisigText(key, hash, 'y')
  for (const wrong of ['', 'x', text.split('\n').slice(0, 3).join('\n'), text.replace(/^[^\n]*\n/, ''), `${text}x\n`])
    expect(checkMinisig(wrong, key.publicKey, hash)).toBe(false)
  for (const wrong of ['', 'x', key.publicKey.slice(0, -4), `${key.publicKey}AAAA`, 'A'.repeat(key.publicKey.length)])
    expect(checkMinisig(text, wrong, hash)).toBe(false)
  // A line of the right shape and the wrong length.
  const lines = text.split('\n')
  for (const line of [1, 3]) {
    const short = lines.map((each, index) => (index === line ? toBase64(new Uint8Array(30)) : each)).join('\n')
    expect(checkMinisig(short, key.publicKey, hash)).toBe(false)
  }
})
