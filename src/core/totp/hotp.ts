import { hmac } from '@noble/hashes/hmac.js'
import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { HOTP, Secret } from 'otpauth/bare'

export type OneTimeAlgorithm = 'SHA1' | 'SHA256' | 'SHA512'
export type OneTimeKey = { readonly key: Uint8Array; readonly algorithm: OneTimeAlgorithm }

const HASHES = { SHA1: sha1, SHA256: sha256, SHA512: sha512 } as const

/** RFC 4226, section 5: the code of one counter, 1 to 10 decimal digits. */
export function hotp({ key, algorithm }: OneTimeKey, counter: number, digits: number): string {
  const secret = new Secret({ buffer: Uint8Array.from(key).buffer })
  const hash = HASHES[algorithm]
  return HOTP.generate({ secret, counter, digits, hmac: (_, mac, message) => hmac(hash, mac, message) })
}

const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY'

/** Steam writes the truncated value of RFC 4226, section 5.3, in base 26, the last place first. */
export function steamCode(key: OneTimeKey, counter: number, places: number): string {
  // Ten digits hold all 31 bits of it.
  let value = Number(hotp(key, counter, 10))
  let code = ''
  for (let place = 0; place < places; place++) {
    code += STEAM_ALPHABET.charAt(value % STEAM_ALPHABET.length)
    value = Math.floor(value / STEAM_ALPHABET.length)
  }
  return code
}
