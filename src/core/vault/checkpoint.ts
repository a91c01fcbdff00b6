import { VaultError } from '../errors.ts'
import { type Clock, toClock } from './clock.ts'
import { hasMembers, isArray, isCanonical, isObject, type Json, parseJson } from './json.ts'
import { isStamp, type Stamp, stampDevice } from './stamp.ts'
import { utf8Bytes, utf8Text } from './text.ts'

/**
 * What a snapshot says of itself when it is complete: how many items (purged ones included) and changes the frames of
 * kinds 1 and 4 before it hold, and the vault's clock. docs/FORMAT.md, "Checkpoint".
 */
export type Checkpoint = { readonly items: number; readonly changes: number; readonly clock: Clock }

/**
 * The body of a kind 3 frame. The clock is a list of stamps in order of their devices: as names of an object, devices
 * of digits would not keep their place.
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { items, changes } = checkpoint
  const clock = Object.values(checkpoint.clock).sort((a, b) => (stampDevice(a) < stampDevice(b) ? -1 : 1))
  return utf8Bytes(JSON.stringify({ items, changes, clock }))
}

/** VAULT_DAMAGED on anything but a canonical checkpoint. */
export function decodeCheckpoint(body: Uint8Array): Checkpoint {
  const text = utf8Text(body)
  const value = parseJson(text)
  if (!isCanonical(text, value) || !isObject(value) || !hasMembers(value, ['items', 'changes', 'clock'])) {
    throw new VaultError('VAULT_DAMAGED')
  }
  const { items, changes, clock } = value as { items: Json; changes: Json; clock: Json }
  if (!isCount(items) || !isCount(changes) || !isClock(clock)) throw new VaultError('VAULT_DAMAGED')
  return { items, changes, clock: toClock(clock.map((stamp) => [stampDevice(stamp), stamp])) }
}

function isCount(value: Json): value is number {
  return typeof value === 'number' && value >= 0
}

function isClock(value: Json): value is readonly Stamp[] {
  if (!isArray(value) || !value.every(isStamp)) return false
  return value.every((stamp, index) => index === 0 || stampDevice(value[index - 1] as Stamp) < stampDevice(stamp))
}
