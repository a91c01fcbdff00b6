import { VaultError } from '../errors.ts'

// The label may be missing, and its slash with it; what follows a # is nobody's.
const LINK = /^otpauth:\/\/totp(?:\/[^?#]*)?\?([^#]*)(?:#.*)?$/i

/**
 * The parameters of an otpauth://totp link, names in lower case. BAD_OTP_SECRET on another kind of link (a code by
 * counter would need a counter that counts), on bad percent-encoding, and on a parameter that is given twice.
 */
export function otpauthParameters(link: string): ReadonlyMap<string, string> {
  const query = LINK.exec(link)?.[1]
  if (query === undefined) throw new VaultError('BAD_OTP_SECRET')
  const parameters = new Map<string, string>()
  for (const part of query.split('&').filter((each) => each !== '')) {
    const equals = part.indexOf('=')
    const name = decoded(equals === -1 ? part : part.slice(0, equals)).toLowerCase()
    if (parameters.has(name)) throw new VaultError('BAD_OTP_SECRET')
    parameters.set(name, equals === -1 ? '' : decoded(part.slice(equals + 1)))
  }
  return parameters
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    // Without the cause: its message may repeat what it could not decode.
    throw new VaultError('BAD_OTP_SECRET')
  }
}
