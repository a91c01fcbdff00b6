/** Members of an identity that are fields of ours; the others go by their own names. */
export const IDENTITY_FIELDS: ReadonlyMap<string, string> = new Map([
  ['fullName', 'name'],
  ['email', 'email'],
  ['phoneNumber', 'phone'],
  ['birthdate', 'birthday'],
  ['company', 'company'],
  ['streetAddress', 'address']
])

export const CARD_FIELDS: ReadonlyMap<string, string> = new Map([
  ['cardholderName', 'holder'],
  ['number', 'number'],
  ['verificationNumber', 'code'],
  ['expirationDate', 'expires'],
  ['pin', 'pin']
])

export const WIFI_FIELDS: ReadonlyMap<string, string> = new Map([
  ['ssid', 'network'],
  ['password', 'password']
])

export const SSH_FIELDS: ReadonlyMap<string, string> = new Map([
  ['privateKey', 'private-key'],
  ['publicKey', 'public-key']
])

export const LOGIN_FIELDS: ReadonlyMap<string, string> = new Map([
  ['itemUsername', 'username'],
  ['username', 'username'],
  ['password', 'password'],
  ['totpUri', 'otp']
])

type ProtonType = { readonly type: string; readonly fields: ReadonlyMap<string, string> }
const NONE: ReadonlyMap<string, string> = new Map()

/** Proton's names of types. */
export const PROTON_TYPES: ReadonlyMap<string, ProtonType> = new Map([
  ['login', { type: 'login', fields: LOGIN_FIELDS }],
  ['alias', { type: 'login', fields: NONE }],
  ['note', { type: 'note', fields: NONE }],
  ['creditCard', { type: 'card', fields: CARD_FIELDS }],
  ['identity', { type: 'identity', fields: IDENTITY_FIELDS }],
  ['sshKey', { type: 'ssh-key', fields: SSH_FIELDS }],
  ['wifi', { type: 'wifi', fields: WIFI_FIELDS }],
  ['custom', { type: 'note', fields: NONE }]
])

/** Without meaning outside Proton, or a picture. */
export const SECRET_NAMES = /password|number|pin|secret|key/i

/** 2030-05, 05/2030, 052030 and 0530 are May 2030. */
export function monthOf(text: string): string {
  const iso = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  const short = /^(0[1-9]|1[0-2])[/-]?(\d{4}|\d{2})$/.exec(text)
  if (iso !== null || short === null) return text
  const year = short[2] ?? ''
  return `${year.length === 2 ? `20${year}` : year}-${short[1]}`
}
