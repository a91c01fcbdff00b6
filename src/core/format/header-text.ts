import { fromBase64, toBase64 } from '../base64.ts'
import { checkKdf } from '../crypto/kdf-params.ts'
import type { PasswordSlot, RecoverySlot, Slot } from '../crypto/key-slot.ts'
import { VaultError } from '../errors.ts'
import { hasMembers, isArray, isCanonical, isObject, type Json, parseJson } from '../vault/json.ts'
import { utf8Text } from '../vault/text.ts'
import type { Header } from './header.ts'

const MAX_EPOCH = 0xffff_ffff
/** One password slot and at most one recovery slot. */
const MAX_SLOTS = 2

/** The canonical JSON of a header: members in this order, no white space, bytes in base64. */
export function headerText({ vaultId, keyEpoch, slots }: Header): string {
  return JSON.stringify({ vaultId: toBase64(vaultId), keyEpoch, slots: slots.map(slotJson) })
}

/** VAULT_DAMAGED on anything but canonical text of this shape; KDF_REFUSED on numbers out of bounds. */
export function parseHeaderText(bytes: Uint8Array): Header {
  const text = utf8Text(bytes)
  const value = parseJson(text)
  const { vaultId, keyEpoch, slots } = members(value, ['vaultId', 'keyEpoch', 'slots'])
  if (
    !isCanonical(text, value) ||
    !isEpoch(keyEpoch) ||
    !isArray(slots) ||
    slots.length === 0 ||
    slots.length > MAX_SLOTS
  )
    throw damaged()
  const parsed = slots.map(parseSlot)
  const kinds = parsed.map(({ kind }) => kind)
  const ids = new Set(parsed.map(({ id }) => toBase64(id)))
  if (ids.size !== parsed.length || new Set(kinds).size !== kinds.length || !kinds.includes('password')) throw damaged()
  return { vaultId: bytesOf(vaultId, 16), keyEpoch, slots: parsed }
}

function slotJson(slot: Slot): Json {
  const { id, kind, commitment, nonce, wrappedKey } = slot
  const secret = { commitment: toBase64(commitment), nonce: toBase64(nonce), wrappedKey: toBase64(wrappedKey) }
  if (slot.kind === 'recovery') return { id: toBase64(id), kind, salt: toBase64(slot.salt), ...secret }
  const { memoryKiB, passes, lanes, salt } = slot.kdf
  const deviceKey = slot.deviceKeyId === null ? {} : { deviceKeyId: toBase64(slot.deviceKeyId) }
  return { id: toBase64(id), kind, kdf: { memoryKiB, passes, lanes, salt: toBase64(salt) }, ...deviceKey, ...secret }
}

function parseSlot(value: Json): Slot {
  if (!isObject(value)) throw damaged()
  switch (value['kind']) {
    case 'password':
      return parsePasswordSlot(value)
    case 'recovery':
      return parseRecoverySlot(value)
    default:
      throw damaged()
  }
}

const WRAPPED = ['commitment', 'nonce', 'wrappedKey'] as const

function parsePasswordSlot(value: { readonly [name: string]: Json }): PasswordSlot {
  const hasDeviceKey = Object.hasOwn(value, 'deviceKeyId')
  const slot = members(value, ['id', 'kind', 'kdf', ...(hasDeviceKey ? ['deviceKeyId'] : []), ...WRAPPED])
  const kdf = members(slot['kdf'], ['memoryKiB', 'passes', 'lanes', 'salt'])
  const { memoryKiB, passes, lanes } = kdf
  if (typeof memoryKiB !== 'number' || typeof passes !== 'number' || typeof lanes !== 'number') throw damaged()
  checkKdf({ memoryKiB, passes, lanes })
  const deviceKeyId = hasDeviceKey ? bytesOf(slot['deviceKeyId'], 16) : null
  // Zeros mean "no device key" in the slot's context.
  if (deviceKeyId?.every((byte) => byte === 0)) throw damaged()
  return {
    kind: 'password',
    id: bytesOf(slot['id'], 16),
    kdf: { memoryKiB, passes, lanes, salt: bytesOf(kdf['salt'], 16) },
    deviceKeyId,
    ...wrapped(slot)
  }
}

function parseRecoverySlot(value: { readonly [name: string]: Json }): RecoverySlot {
  const slot = members(value, ['id', 'kind', 'salt', ...WRAPPED])
  return { kind: 'recovery', id: bytesOf(slot['id'], 16), salt: bytesOf(slot['salt'], 32), ...wrapped(slot) }
}

function wrapped(slot: Members): Pick<Slot, 'commitment' | 'nonce' | 'wrappedKey'> {
  return {
    commitment: bytesOf(slot['commitment'], 32),
    nonce: bytesOf(slot['nonce'], 24),
    wrappedKey: bytesOf(slot['wrappedKey'], 48)
  }
}

type Members = Readonly<Record<string, Json | undefined>>

function members(value: Json | undefined, names: readonly string[]): Members {
  if (!isObject(value) || !hasMembers(value, names)) throw damaged()
  return value
}

function bytesOf(value: Json | undefined, length: number): Uint8Array {
  const bytes = typeof value === 'string' ? fromBase64(value) : new Uint8Array()
  if (bytes.length !== length) throw damaged()
  return bytes
}

function isEpoch(value: Json | undefined): value is number {
  return typeof value === 'number' && value >= 1 && value <= MAX_EPOCH
}

const damaged = (): VaultError => new VaultError('VAULT_DAMAGED', { offset: 0 })
