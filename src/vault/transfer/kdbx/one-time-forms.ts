import { toBase32 } from '../../../core/totp/base32.ts'
import { parseOneTimeSecret } from '../../../core/totp/one-time-code.ts'

/** What programs of the KeePass family store a one-time code in, and the names of the strings that it was read from. */
export type OneTimeForm = { readonly value: string; readonly names: readonly string[] }

type Strings = ReadonlyMap<string, { readonly value: string }>

/** The first form that makes a code that goes by the clock; null when there is none. */
export function readOneTimeForm(strings: Strings): OneTimeForm | null {
  for (const read of [fromOtp, fromTotpSeed, fromTimeOtp]) {
    const form = read((name) => strings.get(name)?.value.trim() ?? '')
    if (form !== null && isOneTimeSecret(form.value))
      return { value: form.value, names: form.names.filter((name) => (strings.get(name)?.value ?? '') !== '') }
  }
  return null
}

type Get = (name: string) => string

/** KeePassXC: a link. The plugin KeeOtp: `key=…&step=…&size=…`. Others: the bare secret. */
function fromOtp(get: Get): OneTimeForm | null {
  const text = get('otp')
  if (text === '') return null
  const names = ['otp']
  if (!/(?:^|&)key=/i.test(text) || /^otpauth:/i.test(text)) return { value: text, names }
  const query = new URLSearchParams(text)
  if ((query.get('type') ?? 'totp').toLowerCase() !== 'totp') return null
  const key = encoded(query.get('key') ?? '', query.get('encoding') ?? 'base32')
  const algorithm = query.get('otpHashMode') ?? ''
  return { value: link({ secret: key, period: query.get('step'), digits: query.get('size'), algorithm }), names }
}

/** The plugin KeeTrayTOTP, and KeePassXC before 2.3: "30;6", "30;8", "30;S" for Steam. */
function fromTotpSeed(get: Get): OneTimeForm | null {
  const seed = get('TOTP Seed').replace(/\s/g, '')
  if (seed === '') return null
  const names = ['TOTP Seed', 'TOTP Settings']
  const [period = '', digits = ''] = get('TOTP Settings').split(';')
  if (digits.toUpperCase() === 'S') return { value: `steam://${seed}`, names }
  return { value: link({ secret: seed, period, digits, algorithm: '' }), names }
}

const ENCODINGS = { '': 'utf8', '-Hex': 'hex', '-Base32': 'base32', '-Base64': 'base64' } as const

/** KeePass itself, since 2.47. */
function fromTimeOtp(get: Get): OneTimeForm | null {
  for (const [suffix, encoding] of Object.entries(ENCODINGS)) {
    const name = `TimeOtp-Secret${suffix}`
    if (get(name) === '') continue
    const numbers = { period: get('TimeOtp-Period'), digits: get('TimeOtp-Length') }
    const value = link({ secret: encoded(get(name), encoding), ...numbers, algorithm: get('TimeOtp-Algorithm') })
    return { value, names: [name, 'TimeOtp-Period', 'TimeOtp-Length', 'TimeOtp-Algorithm'] }
  }
  return null
}

type Parts = { secret: string; period: string | null; digits: string | null; algorithm: string }

/** The bare secret where all is as usual, for that is what people compare it with. */
function link({ secret, period, digits, algorithm }: Parts): string {
  const settings = [
    ['period', period === '30' ? '' : (period ?? '')],
    ['digits', digits === '6' ? '' : (digits ?? '')],
    ['algorithm', /^(?:hmac-?)?sha-?1$/i.test(algorithm) ? '' : algorithm]
  ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`&${name}=${encodeURIComponent(value)}`]))
  return settings.length === 0 ? secret : `otpauth://totp/?secret=${secret}${settings.join('')}`
}

function encoded(text: string, encoding: string): string {
  const name = encoding.toLowerCase()
  if (name === 'base32') return text
  if (name !== 'hex' && name !== 'base64' && name !== 'utf8') return ''
  return toBase32(Buffer.from(text, name))
}

function isOneTimeSecret(text: string): boolean {
  try {
    parseOneTimeSecret(text)
    return true
  } catch {
    return false
  }
}
