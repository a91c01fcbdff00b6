import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blake2b } from '@noble/hashes/blake2.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { fromBase64 } from '../base64.ts'
import { checkMinisig, minisigText, signingKeyFrom } from './minisign.ts'
import { SecretBytes } from './secret-bytes.ts'
import { ascii, fromHex, toHex } from './test-support/hex.ts'

const key = signingKeyFrom(SecretBytes.own(new Uint8Array(32).fill(3)), Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))
const file = ascii('a backup')
const hash = blake2b(file)
const text = minisigText(key, hash, 'file:backup.coffer items:3')

/** Made by minisign 0.11: `minisign -G -W`, then `minisign -S -t "made by the stock tool"` of the bytes `stock\n`. */
const STOCK = {
  publicKey: 'RWSopYRVzzA2WtE+fIRrq71BPCtIGddREfGdSHUp9UjHqN72fT5ndS91',
  text: `untrusted comment: signature from minisign secret key
RUSopYRVzzA2WsJ53M0giisRD10ymBtkqUBLmEAmZtn7/gDa1k0F607KaCck+oVD7Lz1VnWzLzVmsNS3ZnBE9BdVpgHJy/pxDQg=
trusted comment: made by the stock tool
zau6Xeg2bDcZ1df9jpr/u+RX1Ay06eDat512lyZlsbCKCjxOmS9DSOWvQ0hC9IRkpVAF1+fhMoilhH2aVpJGDw==
`
}

test('Ed25519 is RFC 8032, section 7.1, test 2', () => {
  const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
  expect(toHex(ed25519.getPublicKey(seed))).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
  expect(toHex(signingKeyFrom(SecretBytes.own(seed), new Uint8Array(8)).sign(fromHex('72')))).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
  )
})

describe('a signature file', () => {
  test('belongs to its file and its key', () => {
    expect(checkMinisig(text, key.publicKey, hash)).toBe(true)
    expect(checkMinisig(text.trimEnd(), key.publicKey, hash)).toBe(true)
    expect(checkMinisig(text.replaceAll('\n', '\r\n'), key.publicKey, hash)).toBe(true)
  })

  test('has the four lines of the stock tool', () => {
    const lines = minisigText(key, hash, 'file:a').split('\n')
    expect(lines).toHaveLength(5)
    expect([lines[0], lines[2], lines[4]]).toEqual([
      'untrusted comment: signature from Coffer',
      'trusted comment: file:a',
      ''
    ])
    expect([lines[1], lines[3]].map((line) => fromBase64(line ?? '').length)).toEqual([74, 64])
  })

  test('of the stock tool is accepted', () => {
    expect(checkMinisig(STOCK.text, STOCK.publicKey, blake2b(ascii('stock\n')))).toBe(true)
    expect(checkMinisig(STOCK.text, STOCK.publicKey, hash)).toBe(false)
  })

  test('does not fit another file, another key, or another comment', () => {
    const other = signingKeyFrom(SecretBytes.own(new Uint8Array(32).fill(4)), key.keyId)
    const elsewhere = signingKeyFrom(SecretBytes.own(new Uint8Array(32).fill(3)), new Uint8Array(8))
    expect(checkMinisig(text, key.publicKey, blake2b(ascii('another')))).toBe(false)
    expect(checkMinisig(text, other.publicKey, hash)).toBe(false)
    expect(checkMinisig(text, elsewhere.publicKey, hash)).toBe(false)
    expect(checkMinisig(text.replace('items:3', 'items:4'), key.publicKey, hash)).toBe(false)
  })

  test('is refused when any of its characters that count is changed', () => {
    const untrusted = text.indexOf('\n') + 1
    for (let index = untrusted; index < text.length - 1; index++) {
      const changed = text.slice(0, index) + (text[index] === 'A' ? 'B' : 'A') + text.slice(index + 1)
      expect([index, checkMinisig(changed, key.publicKey, hash)]).toEqual([index, false])
    }
    for (const broken of ['', text.slice(untrusted), text + text, `${text}\n\n`])
      expect(checkMinisig(broken, key.publicKey, hash)).toBe(false)
  })

  test('has a comment of one line only', () => {
    expect(() => minisigText(key, hash, 'two\nlines')).toThrow('BAD_REQUEST')
    expect(() => minisigText(key, hash, 'x'.repeat(5000))).toThrow('BAD_REQUEST')
  })

  test('cannot be made once the key is disposed of', () => {
    const short = signingKeyFrom(SecretBytes.own(new Uint8Array(32).fill(3)), key.keyId)
    short[Symbol.dispose]()
    expect(() => minisigText(short, hash, '')).toThrow('INTERNAL')
  })
})

const hasMinisign = spawnSync('minisign', ['-v']).status === 0
if (!hasMinisign) console.warn('minisign is not installed: the stock tool does not check our signature in this run.')
test.skipIf(!hasMinisign)(
  'the stock minisign accepts our signature and refuses a changed file (skipped where minisign is not installed)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'coffer-minisign-'))
    try {
      const path = join(folder, 'backup.coffer')
      const verify = () => spawnSync('minisign', ['-V', '-m', path, '-P', key.publicKey], { encoding: 'utf8' })
      writeFileSync(`${path}.minisig`, text)
      writeFileSync(path, file)
      expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('file:backup.coffer items:3') })
      writeFileSync(path, 'a backuq')
      expect(verify().status).not.toBe(0)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
)
