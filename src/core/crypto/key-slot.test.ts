import { describe, expect, test } from 'vitest'
import {
  type PasswordSlot,
  type Slot,
  unwrapWithPassword,
  unwrapWithPhrase,
  wrapWithPassword,
  wrapWithPhrase
} from './key-slot.ts'
import { SecretBytes } from './secret-bytes.ts'
import { flip } from './test-support/hex.ts'

const secret = (fill: number): SecretBytes => SecretBytes.own(new Uint8Array(32).fill(fill))
const owner = { vaultId: new Uint8Array(16).fill(9), keyEpoch: 3 }
const kdf = { memoryKiB: 65_536, passes: 3, lanes: 1, salt: new Uint8Array(16).fill(8) }
const dataKey = secret(1)
const root = secret(2)
const deviceKey = { id: new Uint8Array(16).fill(4), key: secret(5) }
const entropy = secret(6)

const plain = wrapWithPassword(owner, { passwordRoot: root, kdf }, dataKey)
const peppered = wrapWithPassword(owner, { passwordRoot: root, kdf, deviceKey }, dataKey)
const recovery = wrapWithPhrase(owner, entropy, dataKey)

describe('a password slot', () => {
  test('opens to the data key for its password root', () => {
    expect(unwrapWithPassword(owner, plain, root)?.bytes).toEqual(dataKey.bytes)
  })

  test('says that a password is wrong before anything is opened', () => {
    expect(unwrapWithPassword(owner, plain, secret(3))).toBeNull()
  })

  test('with a device key needs that very key', () => {
    expect(unwrapWithPassword(owner, peppered, root, deviceKey.key)?.bytes).toEqual(dataKey.bytes)
    expect(unwrapWithPassword(owner, peppered, root)).toBeNull()
    expect(unwrapWithPassword(owner, peppered, root, secret(6))).toBeNull()
    expect(unwrapWithPassword(owner, plain, root, deviceKey.key)).toBeNull()
  })

  test('whose commitment fits and whose key does not open is damaged, never a wrong password', () => {
    for (const wrappedKey of [flip(plain.wrappedKey, 0), flip(plain.wrappedKey, 383)]) {
      expect(() => unwrapWithPassword(owner, { ...plain, wrappedKey }, root)).toThrow('VAULT_DAMAGED')
    }
    expect(() => unwrapWithPassword(owner, { ...plain, nonce: flip(plain.nonce, 5) }, root)).toThrow('VAULT_DAMAGED')
  })

  test('of another vault, epoch, id, salt, cost or device key does not fit', () => {
    expect(unwrapWithPassword({ ...owner, keyEpoch: 4 }, plain, root)).toBeNull()
    expect(unwrapWithPassword({ ...owner, vaultId: flip(owner.vaultId, 0) }, plain, root)).toBeNull()
    const changed: PasswordSlot[] = [
      { ...plain, id: flip(plain.id, 7) },
      { ...plain, kdf: { ...kdf, salt: flip(kdf.salt, 0) } },
      { ...plain, kdf: { ...kdf, memoryKiB: kdf.memoryKiB + 1 } },
      { ...plain, kdf: { ...kdf, passes: 4 } },
      { ...plain, kdf: { ...kdf, lanes: 2 } },
      { ...plain, deviceKeyId: deviceKey.id },
      { ...plain, commitment: flip(plain.commitment, 255) }
    ]
    for (const slot of changed) expect(unwrapWithPassword(owner, slot, root)).toBeNull()
  })

  test('leaves the roots that it was given to their owners', () => {
    expect(root.bytes).toEqual(new Uint8Array(32).fill(2))
    expect(deviceKey.key.bytes).toEqual(new Uint8Array(32).fill(5))
    expect(entropy.bytes).toEqual(new Uint8Array(32).fill(6))
  })
})

describe('a recovery slot', () => {
  test('opens for its phrase and for no other', () => {
    expect(unwrapWithPhrase(owner, recovery, entropy)?.bytes).toEqual(dataKey.bytes)
    expect(unwrapWithPhrase(owner, recovery, secret(7))).toBeNull()
    expect(unwrapWithPhrase({ ...owner, keyEpoch: 4 }, recovery, entropy)).toBeNull()
    expect(unwrapWithPhrase(owner, { ...recovery, salt: flip(recovery.salt, 1) }, entropy)).toBeNull()
  })

  test('cannot be opened as a password slot with the same secret', () => {
    const { id, commitment, nonce, wrappedKey } = recovery
    const disguised: PasswordSlot = { kind: 'password', id, kdf, deviceKeyId: null, commitment, nonce, wrappedKey }
    expect(unwrapWithPassword(owner, disguised, entropy)).toBeNull()
  })
})

const parts = ({ id, commitment, nonce, wrappedKey }: Slot): readonly Uint8Array[] => [
  id,
  commitment,
  nonce,
  wrappedKey
]

test('two slots for one secret share nothing', () => {
  const again = wrapWithPassword(owner, { passwordRoot: root, kdf }, dataKey)
  for (const [index, part] of parts(again).entries()) expect(part).not.toEqual(parts(plain)[index])
})
