import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, equalBytes, u32 } from '../bytes.ts'
import { VaultError } from '../errors.ts'
import { randomBytes, type RandomBytes } from '../random.ts'
import { utf8Bytes } from '../vault/text.ts'
import { contextOf, NONCE_LENGTH, open, seal } from './aead.ts'
import type { KdfParams } from './kdf-params.ts'
import { SecretBytes } from './secret-bytes.ts'

/** docs/FORMAT.md, "Slots". All byte fields have fixed lengths, which the header's parser has checked. */
export type PasswordSlot = {
  readonly kind: 'password'
  readonly id: Uint8Array
  readonly kdf: KdfParams
  readonly deviceKeyId: Uint8Array | null
} & Wrapped
export type RecoverySlot = { readonly kind: 'recovery'; readonly id: Uint8Array; readonly salt: Uint8Array } & Wrapped
export type Slot = PasswordSlot | RecoverySlot

type Wrapped = { readonly commitment: Uint8Array; readonly nonce: Uint8Array; readonly wrappedKey: Uint8Array }

export type SlotOwner = { readonly vaultId: Uint8Array; readonly keyEpoch: number }
export type DeviceKey = { readonly id: Uint8Array; readonly key: SecretBytes }

const KIND_BYTE = { password: 1, recovery: 2 } as const
const NO_DEVICE_KEY = new Uint8Array(16)

export function wrapWithPassword(
  owner: SlotOwner,
  root: { readonly passwordRoot: SecretBytes; readonly kdf: KdfParams; readonly deviceKey?: DeviceKey },
  dataKey: SecretBytes,
  random: RandomBytes = randomBytes
): PasswordSlot {
  const { passwordRoot, kdf, deviceKey } = root
  const slot = { kind: 'password', id: random(16), kdf, deviceKeyId: deviceKey?.id ?? null } as const
  return { ...slot, ...wrap(owner, slot, rootOf(passwordRoot, deviceKey?.key), dataKey, random) }
}

export function wrapWithPhrase(
  owner: SlotOwner,
  entropy: SecretBytes,
  dataKey: SecretBytes,
  random: RandomBytes = randomBytes
): RecoverySlot {
  const slot = { kind: 'recovery', id: random(16), salt: random(32) } as const
  return { ...slot, ...wrap(owner, slot, entropy.copy(), dataKey, random) }
}

/**
 * The data key, owned by the caller; null when the commitment differs, which is what a wrong password looks like.
 * Once it matches, a wrapped key that does not open is VAULT_DAMAGED.
 */
export function unwrapWithPassword(
  owner: SlotOwner,
  slot: PasswordSlot,
  passwordRoot: SecretBytes,
  deviceKey?: SecretBytes
): SecretBytes | null {
  return unwrap(owner, slot, rootOf(passwordRoot, deviceKey))
}

/** As unwrapWithPassword; no Argon2id and no device key stand before the 256 bits of a phrase. */
export function unwrapWithPhrase(owner: SlotOwner, slot: RecoverySlot, entropy: SecretBytes): SecretBytes | null {
  return unwrap(owner, slot, entropy.copy())
}

type SlotHead = Pick<PasswordSlot, 'kind' | 'id' | 'kdf' | 'deviceKeyId'> | Pick<RecoverySlot, 'kind' | 'id' | 'salt'>

function wrap(owner: SlotOwner, slot: SlotHead, root: SecretBytes, dataKey: SecretBytes, random: RandomBytes): Wrapped {
  using secrets = slotSecrets(owner, slot, root)
  const sealed = seal(secrets.wrapKey, dataKey.bytes, secrets.context, random)
  return {
    commitment: Uint8Array.from(secrets.commitment),
    nonce: sealed.slice(0, NONCE_LENGTH),
    wrappedKey: sealed.slice(NONCE_LENGTH)
  }
}

function unwrap(owner: SlotOwner, slot: Slot, root: SecretBytes): SecretBytes | null {
  using secrets = slotSecrets(owner, slot, root)
  // Compared before anything is opened: one slot can never be opened by two passwords.
  if (!equalBytes(secrets.commitment, slot.commitment)) return null
  const dataKey = open(secrets.wrapKey, concatBytes(slot.nonce, slot.wrappedKey), secrets.context)
  if (dataKey === null) throw new VaultError('VAULT_DAMAGED', { offset: 0 })
  return SecretBytes.own(dataKey)
}

/** Takes `root` over and disposes it. */
function slotSecrets(owner: SlotOwner, slot: SlotHead, root: SecretBytes) {
  using ikm = root
  const context = slotContext(owner, slot)
  const okm = hkdf(sha256, ikm.bytes, owner.vaultId, concatBytes(utf8Bytes(label(slot)), context), 64)
  return {
    context,
    wrapKey: okm.subarray(0, 32),
    commitment: okm.subarray(32),
    [Symbol.dispose]() {
      okm.fill(0)
    }
  }
}

function slotContext({ vaultId, keyEpoch }: SlotOwner, slot: SlotHead): Uint8Array {
  const isPassword = slot.kind === 'password'
  const { memoryKiB, passes, lanes } = isPassword ? slot.kdf : { memoryKiB: 0, passes: 0, lanes: 0 }
  return sha256(
    contextOf(
      'coffer/1/slot',
      vaultId,
      u32(keyEpoch),
      slot.id,
      Uint8Array.of(KIND_BYTE[slot.kind]),
      u32(memoryKiB),
      u32(passes),
      u32(lanes),
      isPassword ? slot.kdf.salt : slot.salt,
      isPassword ? (slot.deviceKeyId ?? NO_DEVICE_KEY) : NO_DEVICE_KEY
    )
  )
}

function label(slot: SlotHead): string {
  if (slot.kind === 'recovery') return 'coffer/1/slot/recovery'
  return slot.deviceKeyId === null ? 'coffer/1/slot/password' : 'coffer/1/slot/password+device-key'
}

/** password root ‖ device key, with an owner of its own. */
function rootOf(passwordRoot: SecretBytes, deviceKey?: SecretBytes): SecretBytes {
  return SecretBytes.own(concatBytes(passwordRoot.bytes, deviceKey?.bytes ?? new Uint8Array()))
}
