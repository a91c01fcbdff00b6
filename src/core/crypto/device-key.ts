import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '../bytes.ts'
import { VaultError } from '../errors.ts'
import { randomBytes, type RandomBytes } from '../random.ts'
import { utf8Bytes } from '../vault/text.ts'
import type { DeviceKey } from './key-slot.ts'
import { SecretBytes } from './secret-bytes.ts'

/** docs/FORMAT.md, section 4: 32 random bytes that stand beside the master password in a slot; the id names them. */
const KEY_LENGTH = 32
const CHECK_LENGTH = 3
/** Crockford's base32: no letter that could be read as another or as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const PREFIX = 'CDK1'
const GROUP = 4

/** The caller disposes `key`. */
export function newDeviceKey(random: RandomBytes = randomBytes): DeviceKey {
  return { id: random(16), key: SecretBytes.own(random(KEY_LENGTH)) }
}

/**
 * The key as it is printed, typed and kept in the keychain: `CDK1`, then the key and three bytes of its checksum in
 * base32, in groups of four. 256 + 24 bits are 56 characters.
 */
export function deviceKeyText(key: SecretBytes): string {
  const digits = toBase32(concatBytes(key.bytes, checksum(key.bytes)))
  return [PREFIX, ...inGroups(digits, GROUP)].join('-')
}

/**
 * What a person types from the sheet: case, spaces and hyphens do not matter, and O, I and L are read as what they look
 * like. BAD_DEVICE_KEY on anything that the checksum does not confirm. The caller disposes the key.
 */
export function readDeviceKey(text: string): SecretBytes {
  const typed = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const bytes = typed.startsWith(PREFIX) ? fromBase32(typed.slice(PREFIX.length)) : null
  if (bytes === null) throw new VaultError('BAD_DEVICE_KEY')
  const key = SecretBytes.own(bytes.slice(0, KEY_LENGTH))
  const check = checksum(key.bytes)
  const isRight = check.every((byte, index) => byte === bytes[KEY_LENGTH + index])
  bytes.fill(0)
  if (isRight) return key
  key[Symbol.dispose]()
  throw new VaultError('BAD_DEVICE_KEY')
}

function checksum(key: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8Bytes('coffer/1/device-key'), key)).slice(0, CHECK_LENGTH)
}

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return inGroups(bits, 5)
    .map((five) => ALPHABET.charAt(Number.parseInt(five, 2)))
    .join('')
}

function inGroups(text: string, size: number): readonly string[] {
  return Array.from({ length: text.length / size }, (_, index) => text.slice(index * size, (index + 1) * size))
}

/** Null unless it is exactly the characters of a key and its checksum. */
function fromBase32(text: string): Uint8Array | null {
  const values = [...text].map((character) => ALPHABET.indexOf(character))
  const whole = KEY_LENGTH + CHECK_LENGTH
  if (values.length !== (whole * 8) / 5 || values.includes(-1)) return null
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from({ length: whole }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2))
}
