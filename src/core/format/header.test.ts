import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '../base64.ts'
import { concatBytes, u32 } from '../bytes.ts'
import { wrapWithPassword, wrapWithPhrase } from '../crypto/key-slot.ts'
import { SecretBytes } from '../crypto/secret-bytes.ts'
import { ascii, flip } from '../crypto/test-support/hex.ts'
import { VaultError } from '../errors.ts'
import { utf8Text } from '../vault/text.ts'
import { encodeHead, HEAD_PREFIX_LENGTH, type Header, headLength, isAuthentic, parseHead } from './header.ts'

const secret = (fill: number): SecretBytes => SecretBytes.own(new Uint8Array(32).fill(fill))
const owner = { vaultId: new Uint8Array(16).fill(1), keyEpoch: 1 }
const kdf = { memoryKiB: 65_536, passes: 3, lanes: 1, salt: new Uint8Array(16).fill(2) }
const deviceKey = { id: new Uint8Array(16).fill(3), key: secret(4) }
const password = wrapWithPassword(owner, { passwordRoot: secret(5), kdf }, secret(6))
const peppered = wrapWithPassword(owner, { passwordRoot: secret(5), kdf, deviceKey }, secret(6))
const recovery = wrapWithPhrase(owner, secret(7), secret(6))
const KEY = new Uint8Array(32).fill(8)
const header: Header = { ...owner, slots: [password, recovery] }
const head = encodeHead(header, KEY)
const text = utf8Text(head.bytes.subarray(HEAD_PREFIX_LENGTH, -64))

const MAGIC = concatBytes(ascii('COFFER'), Uint8Array.of(0, 1))

/** A head around any text, with a check that fits: what somebody without the key can make. */
function headAround(json: string): Uint8Array {
  const checked = concatBytes(MAGIC, u32(json.length), ascii(json))
  return concatBytes(checked, sha256(checked), new Uint8Array(32))
}

function refusal(act: () => unknown): string {
  try {
    act()
    return 'accepted'
  } catch (error) {
    return error instanceof VaultError ? error.code : `crash: ${String(error)}`
  }
}
const parsing = (bytes: Uint8Array) => refusal(() => parseHead(bytes))

const prefix = (length: number): Uint8Array => concatBytes(MAGIC, u32(length))

describe('a head', () => {
  test('is read back as it was written, with and without a phrase and a device key', () => {
    for (const slots of [[password], [password, recovery], [peppered, recovery], [recovery, password]]) {
      const made = encodeHead({ ...owner, slots }, KEY)
      expect(parseHead(made.bytes)).toEqual(made)
      expect(headLength(made.bytes.subarray(0, HEAD_PREFIX_LENGTH))).toBe(made.bytes.length)
      expect(isAuthentic(parseHead(made.bytes), KEY)).toBe(true)
    }
  })

  test('does not authenticate under another key or with another MAC', () => {
    expect(isAuthentic(head, flip(KEY, 0))).toBe(false)
    expect(isAuthentic(parseHead(flip(head.bytes, head.bytes.length * 8 - 1)), KEY)).toBe(false)
  })

  test('with any bit flipped is refused before a password is asked for, or does not authenticate', () => {
    const macFrom = (head.bytes.length - 32) * 8
    for (let bit = 0; bit < macFrom; bit++) {
      expect([bit, parsing(flip(head.bytes, bit))]).toEqual([
        bit,
        expect.stringMatching(/^(NOT_A_VAULT|VAULT_TOO_NEW|VAULT_DAMAGED)$/)
      ])
    }
    for (let bit = macFrom; bit < macFrom + 256; bit++) {
      expect(isAuthentic(parseHead(flip(head.bytes, bit)), KEY)).toBe(false)
    }
  })

  test('that is cut or continued is refused', () => {
    for (let length = 0; length < head.bytes.length; length++) {
      expect([length, parsing(head.bytes.subarray(0, length))]).toEqual([
        length,
        expect.stringMatching(/^(NOT_A_VAULT|VAULT_DAMAGED)$/)
      ])
    }
    expect(parsing(concatBytes(head.bytes, new Uint8Array(1)))).toBe('VAULT_DAMAGED')
  })

  test('of a newer format says so', () => {
    const newer = Uint8Array.from(head.bytes)
    newer[7] = 2
    expect(parsing(newer)).toBe('VAULT_TOO_NEW')
    newer[7] = 0
    expect(parsing(newer)).toBe('NOT_A_VAULT')
  })

  test('claims at most 64 KiB, and nothing is read to find out', () => {
    expect(headLength(prefix(65_536))).toBe(12 + 65_536 + 64)
    for (const length of [0, 65_537, 2 ** 31, 2 ** 32 - 1])
      expect(refusal(() => headLength(prefix(length)))).toBe('VAULT_DAMAGED')
  })
})

describe('the text of a header', () => {
  test('is canonical, members in their order', () => {
    expect(text).toBe(
      `{"vaultId":"${toBase64(owner.vaultId)}","keyEpoch":1,"slots":[` +
        `{"id":"${toBase64(password.id)}","kind":"password","kdf":{"memoryKiB":65536,"passes":3,"lanes":1,"salt":"${toBase64(kdf.salt)}"},` +
        `"commitment":"${toBase64(password.commitment)}","nonce":"${toBase64(password.nonce)}","wrappedKey":"${toBase64(password.wrappedKey)}"},` +
        `{"id":"${toBase64(recovery.id)}","kind":"recovery","salt":"${toBase64(recovery.salt)}",` +
        `"commitment":"${toBase64(recovery.commitment)}","nonce":"${toBase64(recovery.nonce)}","wrappedKey":"${toBase64(recovery.wrappedKey)}"}]}`
    )
    expect(parsing(headAround(text))).toBe('accepted')
  })

  test('is refused when anything about it is not as the format says', () => {
    const slots = text.slice(text.indexOf('[{') + 1, -2)
    const [first = '', second = ''] = [
      slots.slice(0, slots.indexOf('},{"id"') + 1),
      slots.slice(slots.indexOf('},{"id"') + 2)
    ]
    const changed: readonly string[] = [
      '',
      '{}',
      'null',
      '[]',
      text.slice(0, -1),
      ` ${text}`,
      `${text}\n`,
      text.replace('"keyEpoch":1', '"keyEpoch": 1'),
      text.replace('"keyEpoch":1', '"keyEpoch":1.0'),
      text.replace('"keyEpoch":1', '"keyEpoch":1e0'),
      text.replace('"keyEpoch":1', '"keyEpoch":0'),
      text.replace('"keyEpoch":1', '"keyEpoch":-1'),
      text.replace('"keyEpoch":1', '"keyEpoch":4294967296'),
      text.replace('"keyEpoch":1', '"keyEpoch":"1"'),
      text.replace('"keyEpoch":1', '"keyEpoch":1,"keyEpoch":1'),
      text.replace('"keyEpoch":1', '"keyEpoch":1,"more":1'),
      text.replace('"keyEpoch":1,', ''),
      text.replace('"kind":"password"', '"kind":"passkey"'),
      text.replace('"kind":"recovery"', '"kind":"password"'),
      text.replace('"lanes":1', '"lanes":1,"version":19'),
      text.replace('"memoryKiB":65536,"passes":3', '"passes":3,"memoryKiB":65536'),
      text.replace(toBase64(owner.vaultId), toBase64(new Uint8Array(15))),
      text.replace(toBase64(owner.vaultId), toBase64(owner.vaultId).replace('Q==', 'R==')),
      text.replace(toBase64(owner.vaultId), toBase64(owner.vaultId).slice(0, -2)),
      text.replace(toBase64(recovery.id), toBase64(password.id)),
      text.replace('"commitment"', '"deviceKeyId":"AAAAAAAAAAAAAAAAAAAAAA==","commitment"'),
      text.replace(`[${slots}]`, '[]'),
      text.replace(slots, second),
      text.replace(slots, `${first},${first}`),
      text.replace(slots, `${slots},${second}`),
      text.replace('"vaultId"', '"__proto__"'),
      `${'['.repeat(30_000)}${']'.repeat(30_000)}`
    ]
    for (const each of changed) {
      expect(each).not.toBe(text)
      expect([each.slice(0, 200), parsing(headAround(each))]).toEqual([each.slice(0, 200), 'VAULT_DAMAGED'])
    }
  })

  test('with a KDF out of bounds is refused before any memory is taken', () => {
    const before = process.memoryUsage().rss
    for (const numbers of [
      '"memoryKiB":4294967295,"passes":3',
      '"memoryKiB":65535,"passes":3',
      '"memoryKiB":65536,"passes":2',
      '"memoryKiB":1048576,"passes":16'
    ]) {
      expect(parsing(headAround(text.replace('"memoryKiB":65536,"passes":3', numbers)))).toBe('KDF_REFUSED')
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20)
  })

  test('is refused or accepted for any text, never a crash', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 300 }),
      fc.json(),
      fc
        .tuple(fc.nat(text.length), fc.string({ unit: 'binary-ascii', maxLength: 4 }))
        .map(([at, more]) => text.slice(0, at) + more + text.slice(at + 1))
    )
    fc.assert(
      fc.property(anyText, (json) => {
        expect(parsing(headAround(json))).toMatch(/^(accepted|VAULT_DAMAGED|KDF_REFUSED)$/)
      }),
      { numRuns: 500 }
    )
  })
})
