import type { FieldKind } from '../../../shared/item-views.ts'
import { type ForeignJson, isForeignObject, member, textMember } from '../foreign-json.ts'

/** What a section field holds: a text with its look, a file, an SSH key; empty where there is nothing in it. */
export type SectionValue =
  | { readonly holds: 'text'; readonly text: string; readonly kind?: FieldKind; readonly concealed?: boolean }
  | { readonly holds: 'file'; readonly documentId: string; readonly fileName: string }
  | { readonly holds: 'sshKey'; readonly parts: Readonly<Record<'private-key' | 'public-key' | 'fingerprint', string>> }
  | { readonly holds: 'unknown'; readonly text: string }
  | { readonly holds: 'nothing' }

type Read = (content: ForeignJson) => SectionValue

/** `value` is an object whose one member names its kind. */
export function sectionValue(value: ForeignJson | undefined): SectionValue {
  if (!isForeignObject(value)) return typeof value === 'string' ? text(value) : NOTHING
  const [name] = Object.keys(value)
  const content = name === undefined ? undefined : member(value, name)
  if (name === undefined || content === undefined || isEmpty(content)) return NOTHING
  return (READERS.get(name) ?? asUnknown)(content)
}

const NOTHING: SectionValue = { holds: 'nothing' }

function text(content: ForeignJson, kind?: FieldKind, concealed?: boolean): SectionValue {
  const plain = typeof content === 'string' ? content : typeof content === 'number' ? String(content) : null
  if (plain === null) return asUnknown(content)
  return { holds: 'text', text: plain, ...(kind && { kind }), ...(concealed && { concealed }) }
}

const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['string', (content) => text(content)],
  ['menu', (content) => text(content)],
  ['gender', (content) => text(content)],
  ['creditCardType', (content) => text(content)],
  ['concealed', (content) => text(content, undefined, true)],
  ['creditCardNumber', (content) => text(content, 'secret', true)],
  ['url', (content) => text(content, 'url')],
  ['phone', (content) => text(content, 'phone')],
  ['totp', (content) => text(content, 'otp', true)],
  ['email', (content) => text(isForeignObject(content) ? textMember(content, 'email_address') : content, 'email')],
  ['date', readDate],
  ['monthYear', readMonth],
  ['address', readAddress],
  ['file', readFile],
  ['sshKey', readSshKey]
])

/** Seconds since 1970; the day in UTC, as 1Password counts it. */
function readDate(content: ForeignJson): SectionValue {
  const time = typeof content === 'number' ? content * 1000 : Number.NaN
  return Math.abs(time) < 8e15 ? text(new Date(time).toISOString().slice(0, 10), 'date') : asUnknown(content)
}

/** 202206 is June 2022. */
function readMonth(content: ForeignJson): SectionValue {
  const digits = /^(\d{4})(0[1-9]|1[0-2])$/.exec(JSON.stringify(content))
  return digits === null ? text(content) : text(`${digits[1]}-${digits[2]}`, 'month')
}

function readAddress(content: ForeignJson): SectionValue {
  const line = (...names: readonly string[]): string =>
    names
      .map((name) => textMember(content, name))
      .filter((part) => part !== '')
      .join(' ')
  const lines = [line('street'), line('zip', 'city'), line('state'), line('country').toUpperCase()]
  return text(lines.filter((each) => each !== '').join('\n'), 'multiline')
}

function readFile(content: ForeignJson): SectionValue {
  const documentId = textMember(content, 'documentId')
  return documentId === ''
    ? asUnknown(content)
    : { holds: 'file', documentId, fileName: textMember(content, 'fileName') }
}

function readSshKey(content: ForeignJson): SectionValue {
  const metadata = member(content, 'metadata')
  const key = textMember(content, 'privateKey') || textMember(metadata, 'privateKey')
  const parts = {
    'private-key': key,
    'public-key': textMember(metadata, 'publicKey'),
    fingerprint: textMember(metadata, 'fingerprint')
  }
  return key === '' ? asUnknown(content) : { holds: 'sshKey', parts }
}

function asUnknown(content: ForeignJson): SectionValue {
  return { holds: 'unknown', text: JSON.stringify(content) }
}

export function isEmpty(value: ForeignJson | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (Array.isArray(value)) return value.every(isEmpty)
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}
