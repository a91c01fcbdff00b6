import { Secret } from 'otpauth/bare'
import { VaultError } from '../errors.ts'
import { hotp, type OneTimeAlgorithm, type OneTimeKey, steamCode } from './hotp.ts'
import { otpauthParameters } from './otpauth-link.ts'

export type OneTimeSecret = OneTimeKey & {
  /** Steam shows five characters of an alphabet of its own. */
  readonly shown: 'digits' | 'steam'
  readonly digits: number
  /** Seconds. */
  readonly period: number
}

/** `period` and `secondsLeft` in whole seconds, the latter 1 to `period`. */
export type OneTimeCode = { code: string; period: number; secondsLeft: number }

/** More digits than a 31-bit number has, a period of a minute's fraction or of weeks: a mistake, or an attack. */
const LIMITS = { text: 4096, digits: [4, 10], period: [1, 86_400] } as const
const USUAL = { algorithm: 'SHA1', shown: 'digits', digits: 6, period: 30 } as const
const STEAM = { ...USUAL, shown: 'steam', digits: 5 } as const

/**
 * What sites hand out: an otpauth://totp link (the "Key Uri Format"), steam://SECRET, or the bare secret in base 32,
 * with blanks or hyphens, in either case, padded or not. BAD_OTP_SECRET on anything else; it never holds the value.
 */
export function parseOneTimeSecret(text: string): OneTimeSecret {
  if (text.length > LIMITS.text) throw new VaultError('BAD_OTP_SECRET')
  const trimmed = text.trim()
  const steam = /^steam:\/\/([^/?#]+)\/?$/i.exec(trimmed)?.[1]
  if (steam !== undefined) return { ...STEAM, key: base32(steam) }
  return /^otpauth:/i.test(trimmed) ? fromLink(trimmed) : { ...USUAL, key: base32(trimmed) }
}

/** The code at `nowMs` (milliseconds since 1970), RFC 6238. */
export function oneTimeCode(secret: OneTimeSecret, nowMs: number): OneTimeCode {
  const { period, digits } = secret
  const seconds = Math.floor(nowMs / 1000)
  const counter = Math.floor(seconds / period)
  const code = secret.shown === 'steam' ? steamCode(secret, counter, digits) : hotp(secret, counter, digits)
  return { code, period, secondsLeft: period - (seconds - counter * period) }
}

function fromLink(link: string): OneTimeSecret {
  const parameters = otpauthParameters(link)
  const key = base32(parameters.get('secret') ?? '')
  const encoder = parameters.get('encoder')?.toLowerCase()
  if (encoder === 'steam') return { ...STEAM, key }
  return {
    ...USUAL,
    key,
    algorithm: algorithmNamed(parameters.get('algorithm')),
    digits: numberWithin(parameters.get('digits'), USUAL.digits, LIMITS.digits),
    period: numberWithin(parameters.get('period'), USUAL.period, LIMITS.period)
  }
}

function algorithmNamed(name: string | undefined): OneTimeAlgorithm {
  if (name === undefined || name === '') return 'SHA1'
  const bits = /^(?:hmac-?)?sha-?(1|256|512)$/i.exec(name)?.[1]
  if (bits === undefined) throw new VaultError('BAD_OTP_SECRET')
  return bits === '1' ? 'SHA1' : bits === '256' ? 'SHA256' : 'SHA512'
}

function numberWithin(text: string | undefined, usual: number, [least, most]: readonly [number, number]): number {
  if (text === undefined || text === '') return usual
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) throw new VaultError('BAD_OTP_SECRET')
  return value
}

// RFC 4648, section 6: no whole number of bytes has 1, 3 or 6 characters in its last group, so one was lost in typing.
const IMPOSSIBLE = new Set([1, 3, 6])

function base32(text: string): Uint8Array {
  const characters = text.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase()
  if (!/^[A-Z2-7]{2,}$/.test(characters) || IMPOSSIBLE.has(characters.length % 8))
    throw new VaultError('BAD_OTP_SECRET')
  return Secret.fromBase32(characters).bytes
}
