import { createHash, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { HEAD_PREFIX_LENGTH, headLength, parseHead } from '../format/header.ts'
import { contextOf, open } from './aead.ts'
import { deriveVaultKeys } from './key-derivation.ts'
import {
  type PasswordSlot,
  type RecoverySlot,
  unwrapWithPassword,
  unwrapWithPhrase,
  wrapWithPassword
} from './key-slot.ts'
import { readRecoveryPhrase } from './recovery-phrase.ts'
import { SecretBytes } from './secret-bytes.ts'
import { fromHex, toHex } from './test-support/hex.ts'

/** The published vault, whose keys were also derived by docs/read_vault.py, which shares no code with this. */
const FOLDER = fileURLToPath(new URL('../../../docs/vectors/', import.meta.url))
const bytes = new Uint8Array(readFileSync(`${FOLDER}small.coffer`))
const vector = JSON.parse(readFileSync(`${FOLDER}small.json`, 'utf8')) as {
  readonly recoveryPhrase: string
  readonly keys: Readonly<Record<string, string>>
}
const key = (name: string): Uint8Array => fromHex(vector.keys[name] ?? '')
const { header } = parseHead(bytes.slice(0, headLength(bytes.slice(0, HEAD_PREFIX_LENGTH))))

describe('the published vault', () => {
  test('opens with its password root and with its phrase', () => {
    const password = header.slots.find((slot): slot is PasswordSlot => slot.kind === 'password')
    const recovery = header.slots.find((slot): slot is RecoverySlot => slot.kind === 'recovery')
    if (password === undefined || recovery === undefined) throw new Error('a slot is missing')
    const root = SecretBytes.own(key('passwordRoot'))
    expect(toHex(unwrapWithPassword(header, password, root)?.bytes ?? new Uint8Array())).toBe(vector.keys['dataKey'])
    const entropy = readRecoveryPhrase(vector.recoveryPhrase)
    expect(toHex(entropy.bytes)).toBe(vector.keys['entropy'])
    expect(toHex(unwrapWithPhrase(header, recovery, entropy)?.bytes ?? new Uint8Array())).toBe(vector.keys['dataKey'])
  })

  test('has these keys, one for each purpose', () => {
    const keys = deriveVaultKeys(SecretBytes.own(key('dataKey')))
    for (const name of ['header', 'frame', 'concealed', 'fingerprint'] as const)
      expect([name, toHex(keys[name])]).toEqual([name, vector.keys[name]])
  })
})

test('a slot with a device key is what the format says, by another library', () => {
  const owner = { vaultId: new Uint8Array(16).fill(9), keyEpoch: 0x01020304 }
  const kdf = { memoryKiB: 65_536, passes: 3, lanes: 2, salt: new Uint8Array(16).fill(8) }
  const deviceKey = { id: new Uint8Array(16).fill(4), key: SecretBytes.own(new Uint8Array(32).fill(5)) }
  const [root, dataKey] = [2, 1].map((fill) => SecretBytes.own(new Uint8Array(32).fill(fill)))
  if (root === undefined || dataKey === undefined) throw new Error('no keys')
  const slot = wrapWithPassword(owner, { passwordRoot: root, kdf, deviceKey }, dataKey, (length) =>
    new Uint8Array(length).fill(7)
  )

  const u32 = (value: number): Buffer => {
    const buffer = Buffer.alloc(4)
    buffer.writeUInt32LE(value)
    return buffer
  }
  const numbers = [kdf.memoryKiB, kdf.passes, kdf.lanes].map((value) => u32(value))
  const context = createHash('sha256')
    .update(
      Buffer.concat([Buffer.from('coffer/1/slot'), owner.vaultId, u32(owner.keyEpoch), slot.id, Uint8Array.of(1)])
    )
    .update(Buffer.concat([...numbers, kdf.salt, deviceKey.id]))
    .digest()
  const info = Buffer.concat([Buffer.from('coffer/1/slot/password+device-key'), context])
  const ikm = Buffer.concat([root.bytes, deviceKey.key.bytes])
  const okm = Buffer.from(hkdfSync('sha256', ikm, owner.vaultId, info, 64))
  expect(toHex(slot.commitment)).toBe(okm.subarray(32).toString('hex'))
  expect(open(okm.subarray(0, 32), Buffer.concat([slot.nonce, slot.wrappedKey]), context)).toEqual(dataKey.bytes)
})

test('a context is its label in ASCII and then its parts', () => {
  expect(contextOf('a/1', Uint8Array.of(1, 2), Uint8Array.of(3))).toEqual(Uint8Array.of(0x61, 0x2f, 0x31, 1, 2, 3))
})

test('a slot whose commitment fits and whose key does not is damage at the head', () => {
  const owner = { vaultId: new Uint8Array(16), keyEpoch: 1 }
  const kdf = { memoryKiB: 65_536, passes: 3, lanes: 1, salt: new Uint8Array(16) }
  const root = SecretBytes.own(new Uint8Array(32).fill(2))
  const slot = wrapWithPassword(owner, { passwordRoot: root, kdf }, SecretBytes.own(new Uint8Array(32)))
  const hit = { ...slot, wrappedKey: slot.wrappedKey.map((byte, index) => (index === 40 ? byte ^ 1 : byte)) }
  let refused: unknown
  try {
    unwrapWithPassword(owner, hit, root)
  } catch (error) {
    refused = error
  }
  expect(refused).toMatchObject({ code: 'VAULT_DAMAGED', detail: { offset: 0 } })
})
