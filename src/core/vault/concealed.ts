import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, toBase64 } from '../base64.ts'
import { u32 } from '../bytes.ts'
import { contextOf, open, seal } from '../crypto/aead.ts'
import { VaultError } from '../errors.ts'
import { pad, unpad } from '../format/padding.ts'
import { randomBytes, type RandomBytes } from '../random.ts'
import { isObject, type Json } from './json.ts'
import type { Stamp } from './stamp.ts'
import { utf8Bytes, utf8Text } from './text.ts'

export type ConcealedScope = {
  readonly key: Uint8Array
  readonly fingerprintKey: Uint8Array
  readonly vaultId: Uint8Array
  readonly keyEpoch: number
}

/** Where a concealed value stands; it opens nowhere else. `name` is its property, such as `value:password`. */
export type ValuePlace = { readonly item: string; readonly at: Stamp; readonly name: string }

const LEAST_PADDED = 32
const FINGERPRINT_LENGTH = 16

/** A concealed value as it stands in a change: `{ "sealed": base64 }`. docs/FORMAT.md, "Concealed values". */
export function sealValue(
  scope: ConcealedScope,
  place: ValuePlace,
  text: string,
  random: RandomBytes = randomBytes
): Json {
  const padded = pad(utf8Bytes(text), LEAST_PADDED)
  const sealed = seal(scope.key, padded, valueContext(scope, place), random)
  padded.fill(0)
  return { sealed: toBase64(sealed) }
}

/** VAULT_DAMAGED when it does not open: it was authentic as part of its frame, so no wrong password explains it. */
export function openValue(scope: ConcealedScope, place: ValuePlace, value: Json): string {
  const bytes = openValueBytes(scope, place, value)
  const text = utf8Text(bytes)
  bytes.fill(0)
  return text
}

/** The same as UTF-8 bytes, which the caller wipes: a string stays in memory until it is collected. */
export function openValueBytes(scope: ConcealedScope, place: ValuePlace, value: Json): Uint8Array {
  const padded = isSealed(value) ? open(scope.key, fromBase64(value.sealed), valueContext(scope, place)) : null
  const bytes = padded === null ? null : unpad(padded)
  if (bytes === null) throw new VaultError('VAULT_DAMAGED')
  return bytes
}

export function isSealed(value: Json | undefined): value is { readonly sealed: string } {
  return isObject(value) && typeof value['sealed'] === 'string'
}

/** First 16 bytes of HMAC-SHA-256 in base64: equal values have equal ones, and nothing is opened to find them. */
export function fingerprint(scope: ConcealedScope, text: string): string {
  return toBase64(hmac(sha256, scope.fingerprintKey, utf8Bytes(text)).subarray(0, FINGERPRINT_LENGTH))
}

function valueContext({ vaultId, keyEpoch }: ConcealedScope, { item, at, name }: ValuePlace): Uint8Array {
  return contextOf('coffer/1/concealed', vaultId, u32(keyEpoch), itemBytes(item), utf8Bytes(at), utf8Bytes(name))
}

/** The 16 bytes of a UUID; zeros for the vault itself, which no item's id can be. */
function itemBytes(item: string): Uint8Array {
  const bytes = new Uint8Array(16)
  if (item === 'vault') return bytes
  const hex = item.replaceAll('-', '')
  for (let index = 0; index < 16; index++) bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16)
  return bytes
}
