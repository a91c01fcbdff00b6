import { parseOneTimeSecret } from '../../../core/totp/one-time-code.ts'
import { toBase32 } from '../../../core/totp/base32.ts'

export type OneTimeWriting = 'bare' | 'steam'

/** As programs of the KeePass family read it: a link. A value that makes no code stays as it is. */
export function oneTimeLink(value: string, title: string): { readonly text: string; readonly form?: OneTimeWriting } {
  if (/^\s*otpauth:/i.test(value)) return { text: value }
  try {
    const { key, shown, digits, period } = parseOneTimeSecret(value)
    const name = encodeURIComponent(title.slice(0, 100).toWellFormed()) || 'Coffer'
    const link = `otpauth://totp/${name}?secret=${toBase32(key)}&period=${period}&digits=${digits}`
    return shown === 'steam' ? { text: `${link}&encoder=steam`, form: 'steam' } : { text: link, form: 'bare' }
  } catch {
    return { text: value }
  }
}

/** The link as it was written before; the link itself when another program changed more than the secret. */
export function writtenAs(form: OneTimeWriting, link: string): string {
  try {
    const { key, shown, digits, period, algorithm } = parseOneTimeSecret(link)
    const isUsual = period === 30 && algorithm === 'SHA1'
    if (form === 'steam' && shown === 'steam') return `steam://${toBase32(key)}`
    return form === 'bare' && shown === 'digits' && digits === 6 && isUsual ? toBase32(key) : link
  } catch {
    return link
  }
}
