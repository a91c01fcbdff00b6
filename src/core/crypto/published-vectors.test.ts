import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ed25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { describe, expect, test } from 'vitest'
import { concatBytes } from '../bytes.ts'
import { NONCE_LENGTH, open, recomputeTag, seal, TAG_LENGTH } from './aead.ts'
import { phraseWords, readRecoveryPhrase } from './recovery-phrase.ts'
import { SecretBytes } from './secret-bytes.ts'
import { fromHex, toHex } from './test-support/hex.ts'

/** Project Wycheproof and BIP39's own vectors, too large for this repository: a folder beside the checkout. */
const SHARED = process.env['COFFER_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const FOLDER = `${SHARED}/vectors/`
const present = existsSync(FOLDER)
if (!present) console.warn(`No published vectors in ${FOLDER}: Wycheproof and BIP39 are not run.`)

type Case = Readonly<Record<string, string>> & { readonly result: 'valid' | 'invalid' | 'acceptable' }
type Group = Readonly<Record<string, unknown>> & { readonly tests: readonly Case[] }

function groups(name: string): readonly Group[] {
  return (JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')) as { testGroups: readonly Group[] }).testGroups
}

const bytes = (one: Case, name: string): Uint8Array => fromHex(one[name] ?? '')
const cases = (name: string) => groups(name).flatMap((group) => group.tests.map((one) => ({ group, one })))

function hexOr(make: () => Uint8Array, otherwise: string): string {
  try {
    return toHex(make())
  } catch {
    return otherwise
  }
}

describe.skipIf(!present)('published vectors (skipped where ../shared/vectors is missing)', () => {
  // Another length of nonce is another cipher: the format has one.
  const sealings = (result: string) =>
    cases('wycheproof_xchacha20_poly1305')
      .filter(({ group, one }) => group['ivSize'] === NONCE_LENGTH * 8 && one.result === result)
      .map(({ one }) => ({
        id: one['tcId'],
        key: bytes(one, 'key'),
        context: bytes(one, 'aad'),
        text: bytes(one, 'msg'),
        nonce: bytes(one, 'iv'),
        sealed: concatBytes(bytes(one, 'iv'), bytes(one, 'ct'), bytes(one, 'tag'))
      }))

  test('XChaCha20-Poly1305 seals and opens as in Wycheproof', () => {
    const valid = sealings('valid')
    expect(valid.length).toBeGreaterThan(100)
    for (const { id, key, context, text, nonce, sealed } of valid) {
      expect([id, open(key, sealed, context)]).toEqual([id, text])
      expect([id, seal(key, text, context, () => nonce)]).toEqual([id, sealed])
      expect([id, recomputeTag(key, sealed, context)]).toEqual([id, sealed.slice(-TAG_LENGTH)])
    }
  })

  test('XChaCha20-Poly1305 refuses what Wycheproof forges', () => {
    const invalid = sealings('invalid')
    expect(invalid.length).toBeGreaterThan(20)
    for (const { id, key, context, sealed } of invalid) expect([id, open(key, sealed, context)]).toEqual([id, null])
  })

  test('HMAC-SHA-256 agrees with Wycheproof', () => {
    for (const { group, one } of cases('wycheproof_hmac_sha256')) {
      const tag = toHex(hmac(sha256, bytes(one, 'key'), bytes(one, 'msg'))).slice(0, Number(group['tagSize']) / 4)
      expect([one['tcId'], tag === one['tag']]).toEqual([one['tcId'], one.result === 'valid'])
    }
  })

  test('HKDF-SHA-256 agrees with Wycheproof', () => {
    for (const { one } of cases('wycheproof_hkdf_sha256')) {
      const derive = () => hkdf(sha256, bytes(one, 'ikm'), bytes(one, 'salt'), bytes(one, 'info'), Number(one['size']))
      expect([one['tcId'], hexOr(derive, 'refused')]).toEqual([
        one['tcId'],
        one.result === 'valid' ? one['okm'] : 'refused'
      ])
    }
  })

  test('Ed25519 agrees with Wycheproof', () => {
    for (const { group, one } of cases('wycheproof_ed25519')) {
      const publicKey = fromHex((group['publicKey'] as { pk: string }).pk)
      const verified = () => ed25519.verify(bytes(one, 'sig'), bytes(one, 'msg'), publicKey, { zip215: false })
      let accepted = false
      try {
        accepted = verified()
      } catch {
        // A signature of a wrong length is thrown out.
      }
      expect([one['tcId'], accepted]).toEqual([one['tcId'], one.result === 'valid'])
    }
  })

  test('recovery phrases agree with BIP39 for 256 bits', () => {
    const { english } = JSON.parse(readFileSync(`${FOLDER}bip39.json`, 'utf8')) as {
      english: readonly (readonly string[])[]
    }
    const long = english.filter(([entropy]) => entropy?.length === 64)
    expect(long.length).toBeGreaterThan(5)
    for (const [entropy = '', words = ''] of long) {
      expect(phraseWords(SecretBytes.own(fromHex(entropy))).join(' ')).toBe(words)
      expect(toHex(readRecoveryPhrase(words).bytes)).toBe(entropy)
    }
  })
})
