import { VaultError } from '../errors.ts'

/**
 * A hybrid logical clock in one string that sorts by time: 12 lower-case hex digits of milliseconds since 1970, 4 of a
 * counter, 8 of the device. docs/FORMAT.md, "Stamps".
 */
export type Stamp = string

const LAST_MILLISECOND = 2 ** 48 - 1
const LAST_COUNTER = 0xffff

const STAMP = /^[0-9a-f]{24}$/
const DEVICE = /^[0-9a-f]{8}$/

export function isStamp(value: unknown): value is Stamp {
  return typeof value === 'string' && STAMP.test(value)
}

export function isDeviceId(value: unknown): value is string {
  return typeof value === 'string' && DEVICE.test(value)
}

/**
 * The stamp of the next save: greater than `greatest` (the greatest stamp in the vault) even when this machine's clock
 * runs behind it. `now` in milliseconds since 1970, `deviceId` 8 lower-case hex digits.
 * Throws CLOCK_OUT_OF_RANGE past 48 bits, where stamps would no longer sort.
 */
export function nextStamp(greatest: Stamp | null, now: number, deviceId: string): Stamp {
  if (!isDeviceId(deviceId)) throw new VaultError('INTERNAL')
  if (!Number.isSafeInteger(now) || now < 0) throw new VaultError('CLOCK_OUT_OF_RANGE')
  const time = greatest === null ? -1 : stampTime(greatest)
  if (now > time) return format(now, 0, deviceId)
  const counter = greatest === null ? 0 : stampCounter(greatest) + 1
  return counter > LAST_COUNTER ? format(time + 1, 0, deviceId) : format(time, counter, deviceId)
}

/** Milliseconds since 1970. */
export function stampTime(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, 12), 16)
}

export function stampDevice(stamp: Stamp): string {
  return stamp.slice(16)
}

function stampCounter(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(12, 16), 16)
}

function format(time: number, counter: number, deviceId: string): Stamp {
  if (time > LAST_MILLISECOND) throw new VaultError('CLOCK_OUT_OF_RANGE')
  return time.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0') + deviceId
}
