/** Who a link is of: the label is `issuer:account` or the account alone, and `issuer` as a parameter wins. */
export type OtpauthName = { readonly issuer: string; readonly account: string }

const MOST = 256

/** Names as a link gives them, for people to see; '' for what it does not say or cannot be read. Never the secret. */
export function otpauthName(link: string): OtpauthName {
  const label = /^otpauth:\/\/totp\/([^?#]*)/i.exec(link)?.[1] ?? ''
  const named = decoded(/[?&]issuer=([^&#]*)/i.exec(link)?.[1] ?? '')
  // A colon that is escaped separates too, unless one stands there as it is.
  const parts = /^([^]*?)(?::)([^]*)$/.exec(label) ?? /^([^]*?)(?:%3a)([^]*)$/i.exec(label)
  const issuer = named || decoded(parts?.[1] ?? '')
  return { issuer: tidy(issuer), account: tidy(decoded(parts?.[2] ?? label)) }
}

/** A link for a secret that stands alone, so that a phone knows what it is of. The "Key Uri Format". */
export function otpauthLink(secret: string, { issuer, account }: OtpauthName): string {
  const bare = secret.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase()
  const label = [issuer, account]
    .filter((part) => part !== '')
    .map(encodeURIComponent)
    .join(':')
  const named = issuer === '' ? '' : `&issuer=${encodeURIComponent(issuer)}`
  return `otpauth://totp/${label}?secret=${bare}${named}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    return ''
  }
}

const tidy = (text: string): string => [...text.replace(/\s+/g, ' ').trim()].slice(0, MOST).join('')
