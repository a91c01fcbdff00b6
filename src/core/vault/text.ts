import { utf8ToBytes } from '@noble/ciphers/utils.js'
import { VaultError } from '../errors.ts'

// In every environment we run in, but neither in ECMAScript's types nor worth all of the DOM's.
declare const TextDecoder: new (
  label: 'utf-8',
  options: { fatal: true; ignoreBOM: true }
) => { decode(bytes: Uint8Array): string }

// A byte order mark is kept: a password may begin with one, and dropping it would make two bodies read the same.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function utf8Bytes(text: string): Uint8Array {
  return utf8ToBytes(text)
}

/** VAULT_DAMAGED on malformed UTF-8. */
export function utf8Text(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new VaultError('VAULT_DAMAGED')
  }
}

const ASCII = /^[\u0000-\u007f]*$/

/** How many bytes utf8Bytes would make of it. */
export function utf8Length(text: string): number {
  return ASCII.test(text) ? text.length : utf8Bytes(text).length
}
