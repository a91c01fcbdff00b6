import { plainLabel } from '../login-parts.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'
import { type CofferField, EXPIRY } from './coffer-data.ts'
import { oneTimeLink } from './one-time-link.ts'
import { hasOnlyXmlCharacters, xmlName } from './xml-text.ts'

export type EntryString = { readonly name: string; readonly value: string; readonly isProtected: boolean }

/** A field with the string that carries it, or the expiry time of the entry. */
export type CarriedField = {
  readonly field: TransferField
  readonly coffer: CofferField
  readonly string: EntryString | null
}

const STANDARD: Readonly<Record<string, string>> = {
  username: 'UserName',
  password: 'Password',
  url: 'URL',
  notes: 'Notes',
  otp: 'otp'
}
const DATE = /^\d{4}-\d\d-\d\d$/

/** Every field of an item under a name of its own, known ones under the names that KeePass knows. */
export function carryFields(item: TransferItem): readonly CarriedField[] {
  const taken = new Set(['Title', ...Object.values(STANDARD)])
  const free = (name: string): string => {
    for (let number = 1; ; number++) {
      const tried = number === 1 ? name : `${name} (${number})`
      if (taken.has(tried)) continue
      taken.add(tried)
      return tried
    }
  }
  return item.fields.map((field) => carryField(item, field, free))
}

function carryField(item: TransferItem, field: TransferField, free: (name: string) => string): CarriedField {
  const { id, label, kind, concealed, section } = field
  const coffer = { id, label, kind, concealed, section }
  if (id === 'expires' && kind === 'date' && isDay(field.value))
    return { field, coffer: { ...coffer, name: EXPIRY }, string: null }
  const name = STANDARD[id] ?? free(kind === 'url' && !concealed ? addressName(id) : ownName(field))
  const { text, form } = kind === 'otp' ? oneTimeLink(field.value, item.title) : { text: field.value }
  const value = text.toWellFormed()
  // A value in the clear goes through XML, which cannot hold everything; what is protected goes as bytes.
  const isProtected = concealed || name === 'Password' || name === 'otp' || !hasOnlyXmlCharacters(value)
  return { field, coffer: { ...coffer, name, ...(form && { form }) }, string: { name, value, isProtected } }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  // Not the 31st of February, which would become another day.
  return DATE.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** What Keepass2Android began and KeePassXC reads as further addresses. */
function addressName(id: string): string {
  const number = /^url-(\d{1,4})$/.exec(id)?.[1]
  return number === undefined || number === '2' ? 'KP2A_URL' : `KP2A_URL_${Number(number) - 2}`
}

function ownName(field: TransferField): string {
  return xmlName(plainLabel(field))
}
