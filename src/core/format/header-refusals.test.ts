import { describe, expect, test } from 'vitest'
import { type PasswordSlot, wrapWithPassword, wrapWithPhrase } from '../crypto/key-slot.ts'
import { SecretBytes } from '../crypto/secret-bytes.ts'
import { VaultError } from '../errors.ts'
import { utf8Bytes } from '../vault/text.ts'
import { encodeHead, type Header, headLength, parseHead } from './header.ts'
import { headerText, parseHeaderText } from './header-text.ts'

const owner = { vaultId: new Uint8Array(16).fill(1), keyEpoch: 7 }
const kdf = { memoryKiB: 262_144, passes: 3, lanes: 4, salt: new Uint8Array(16).fill(2) }
const secret = (fill: number): SecretBytes => SecretBytes.own(new Uint8Array(32).fill(fill))
const password: PasswordSlot = wrapWithPassword(owner, { passwordRoot: secret(3), kdf }, secret(4))
const deviceKey = { id: new Uint8Array(16).fill(9), key: secret(5) }
const peppered = wrapWithPassword(owner, { passwordRoot: secret(3), kdf, deviceKey }, secret(4))
const recovery = wrapWithPhrase(owner, secret(6), secret(4))
const text = headerText({ ...owner, slots: [password, recovery] })

const refusal = (changed: string): unknown => {
  try {
    parseHeaderText(utf8Bytes(changed))
    return 'taken'
  } catch (error) {
    return error instanceof VaultError ? [error.code, error.detail] : String(error)
  }
}
const DAMAGED = ['VAULT_DAMAGED', { offset: 0 }]
const swapped = (before: string, after: string): string => {
  expect(text).toContain(before)
  return text.replace(before, after)
}

describe('a header', () => {
  test('is read back as it was written, with every field of every slot', () => {
    for (const slots of [[password], [password, recovery], [peppered], [recovery, password]]) {
      const header: Header = { ...owner, slots }
      expect(parseHeaderText(utf8Bytes(headerText(header)))).toEqual(header)
    }
  })

  test('needs its members, of their types, and no more', () => {
    for (const changed of [
      '[]',
      '7',
      'null',
      '"x"',
      swapped('"keyEpoch":7', '"keyEpoch":"7"'),
      swapped('"keyEpoch":7', '"keyEpoch":0'),
      swapped('"keyEpoch":7', '"keyEpoch":-1'),
      swapped('"keyEpoch":7', '"keyEpoch":4294967296'),
      swapped('"keyEpoch":7', '"keyEpoch":7,"more":1'),
      swapped('"keyEpoch":7,', ''),
      text.replace(/"vaultId":"[^"]*"/, '"vaultId":7'),
      text.replace(/"vaultId":"[^"]*"/, '"vaultId":"AAAA"'),
      text.replace(/"slots":\[.*\]/, '"slots":{}'),
      text.replace(/"slots":\[.*\]/, '"slots":[]'),
      text.replace(/"slots":\[.*\]/, '"slots":[7]'),
      text.replace(/"slots":\[.*\]/, '"slots":["password"]'),
      text.replace(/"slots":\[.*\]/, '"slots":[{}]'),
      text.replace(/"slots":\[.*\]/, '"slots":[null]')
    ])
      expect([changed.slice(0, 90), refusal(changed)]).toEqual([changed.slice(0, 90), DAMAGED])
    expect(parseHeaderText(utf8Bytes(swapped('"keyEpoch":7', '"keyEpoch":4294967295'))).keyEpoch).toBe(4_294_967_295)
  })

  test('needs numbers for Argon2id, and refuses those out of bounds by another code', () => {
    for (const name of ['memoryKiB', 'passes', 'lanes'] as const) {
      const number = `"${name}":${kdf[name]}`
      expect(refusal(swapped(number, `"${name}":"${kdf[name]}"`))).toEqual(DAMAGED)
      expect(refusal(swapped(number, `"${name}":null`))).toEqual(DAMAGED)
      expect(refusal(swapped(`${number},`, ''))).toEqual(DAMAGED)
      expect(refusal(swapped(number, `"${name}":0`))).toEqual(['KDF_REFUSED', {}])
    }
  })

  test('has a password slot, at most one of each kind, and no two of one id', () => {
    const slotsOf = (...slots: Header['slots']): string => headerText({ ...owner, slots })
    expect(refusal(slotsOf(recovery))).toEqual(DAMAGED)
    expect(refusal(slotsOf(password, { ...password, id: new Uint8Array(16).fill(5) }))).toEqual(DAMAGED)
    expect(refusal(slotsOf(recovery, { ...recovery, id: new Uint8Array(16).fill(5) }))).toEqual(DAMAGED)
    expect(refusal(slotsOf(password, { ...recovery, id: password.id }))).toEqual(DAMAGED)
    expect(refusal(slotsOf(password, recovery, { ...recovery, id: new Uint8Array(16).fill(5) }))).toEqual(DAMAGED)
    expect(refusal(swapped('"kind":"recovery"', '"kind":"other"'))).toEqual(DAMAGED)
  })

  test('names a device key that is not zeros, where it names one', () => {
    const zeros = { ...peppered, deviceKeyId: new Uint8Array(16) }
    expect(refusal(headerText({ ...owner, slots: [zeros] }))).toEqual(DAMAGED)
    const oneBit = { ...peppered, deviceKeyId: Uint8Array.from({ length: 16 }, (_, index) => (index === 15 ? 1 : 0)) }
    expect(refusal(headerText({ ...owner, slots: [oneBit] }))).toBe('taken')
    expect(
      refusal(headerText({ ...owner, slots: [peppered] }).replace(/"deviceKeyId":"[^"]*"/, '"deviceKeyId":null'))
    ).toEqual(DAMAGED)
  })

  test('has byte fields of their own lengths', () => {
    for (const [name, length] of [
      ['id', 16],
      ['salt', 16],
      ['commitment', 32],
      ['nonce', 24],
      ['wrappedKey', 48]
    ] as const) {
      for (const other of [length - 1, length + 1]) {
        const base64 = Buffer.from(new Uint8Array(other).fill(1)).toString('base64')
        expect([name, refusal(text.replace(new RegExp(`"${name}":"[^"]*"`), `"${name}":"${base64}"`))]).toEqual([
          name,
          DAMAGED
        ])
      }
      expect([name, refusal(text.replace(new RegExp(`"${name}":"[^"]*"`), `"${name}":1`))]).toEqual([name, DAMAGED])
    }
    const short = headerText({ ...owner, slots: [password, { ...recovery, salt: new Uint8Array(31) }] })
    expect(refusal(short)).toEqual(DAMAGED)
  })

  test('is canonical: one text for one meaning', () => {
    for (const changed of [
      ` ${text}`,
      `${text}\n`,
      text.replace(':', ': '),
      text.replace('"password"', '"\\u0070assword"')
    ])
      expect(refusal(changed)).toContain('VAULT_DAMAGED')
  })

  test('that would be too large for a reader is not written', () => {
    const header = { ...owner, vaultId: new Uint8Array(60_000), slots: [password] }
    expect(() => encodeHead(header, new Uint8Array(32))).toThrow('TOO_LARGE')
  })
})

describe('a head', () => {
  const { bytes } = encodeHead({ ...owner, slots: [password] }, new Uint8Array(32))
  const changed = (at: number, ...to: readonly number[]): Uint8Array => {
    const copy = bytes.slice()
    copy.set(to, at)
    return copy
  }
  const said = (read: () => unknown): unknown => {
    try {
      return read()
    } catch (error) {
      return error instanceof VaultError ? [error.code, error.detail] : String(error)
    }
  }

  test('says what it is, of which version, and where it is damaged', () => {
    const lengthOf = (prefix: Uint8Array) => said(() => headLength(prefix.subarray(0, 12)))
    expect(lengthOf(bytes)).toBe(bytes.length)
    expect(lengthOf(changed(6, 1))).toEqual(['NOT_A_VAULT', {}])
    for (const length of [7, 11])
      expect(said(() => headLength(bytes.subarray(0, length)))).toEqual(['VAULT_DAMAGED', { offset: length }])
    expect(lengthOf(changed(7, 2))).toEqual(['VAULT_TOO_NEW', { format: 2 }])
    expect(lengthOf(changed(7, 0))).toEqual(['NOT_A_VAULT', { format: 0 }])
    expect(lengthOf(changed(8, 0, 0, 0, 0))).toEqual(['VAULT_DAMAGED', { offset: 8 }])
    expect(lengthOf(changed(8, 0, 0, 1, 0))).toBe(12 + 65_536 + 64)
    expect(lengthOf(changed(8, 1, 0, 1, 0))).toEqual(['VAULT_DAMAGED', { offset: 8 }])
  })

  test('that is cut is damaged where it ends, one that was changed at its start', () => {
    expect(said(() => parseHead(bytes.slice(0, -1)))).toEqual(['VAULT_DAMAGED', { offset: bytes.length - 1 }])
    expect(said(() => parseHead(changed(20, 0)))).toEqual(['VAULT_DAMAGED', { offset: 0 }])
  })
})
