import { toBase32 } from '../../../core/totp/base32.ts'
import { parseOneTimeSecret } from '../../../core/totp/one-time-code.ts'
import { otpauthParameters } from '../../../core/totp/otpauth-link.ts'
import { type ForeignJson, member, textMember } from '../foreign-json.ts'

const USUAL = { period: 30, digits: 6, algorithm: 'sha1' } as const

/** A credential of type totp as a link, or the bare secret where all is usual. */
export function totpText(credential: ForeignJson): string {
  const secret = textMember(credential, 'secret')
  const username = textMember(credential, 'username')
  const parts = [
    ['issuer', textMember(credential, 'issuer')],
    ...Object.entries(USUAL).map(([name, usual]) => {
      const value = member(credential, name)
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
      return [name, text.toLowerCase() === String(usual) ? '' : text.toUpperCase()]
    })
  ].filter(([, value]) => value !== '')
  if (secret === '' || (parts.length === 0 && username === '')) return secret
  const query = parts.map(([name = '', value = '']) => `&${name}=${encodeURIComponent(value)}`).join('')
  return `otpauth://totp/${encodeURIComponent(username)}?secret=${encodeURIComponent(secret)}${query}`
}

/** Null for what CXF has no words for: codes of Steam, and what makes no code. */
export function totpCredential(text: string): ForeignJson | null {
  try {
    const { key, shown, digits, period, algorithm } = parseOneTimeSecret(text)
    if (shown === 'steam' || digits > 255 || period > 255) return null
    const { username, issuer } = nameOf(text)
    const names = { ...(username !== '' && { username }), ...(issuer !== '' && { issuer }) }
    return { type: 'totp', secret: toBase32(key), period, digits, ...names, algorithm: algorithm.toLowerCase() }
  } catch {
    return null
  }
}

function nameOf(text: string): { readonly username: string; readonly issuer: string } {
  const trimmed = text.trim()
  if (!/^otpauth:/i.test(trimmed)) return { username: '', issuer: '' }
  const label = /^otpauth:\/\/totp\/([^?#]*)/i.exec(trimmed)?.[1] ?? ''
  const issuer = otpauthParameters(trimmed).get('issuer') ?? ''
  return { username: decoded(label), issuer }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
