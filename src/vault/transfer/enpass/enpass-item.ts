import { attachmentName, mediaTypeOf } from '../attachment-name.ts'
import { arrayMember, type ForeignJson, member, textMember } from '../foreign-json.ts'
import { foreignTime } from '../foreign-time.ts'
import { type History, type NewItem, newItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem } from '../transfer-vault.ts'

export type EnpassContext = {
  readonly book: ReceiptBook
  /** Paths of folders by their id. */
  readonly folders: ReadonlyMap<string, string>
}

/** Categories of Enpass; those that are not here become logins where they have an account, else notes. */
const CATEGORIES: Readonly<Record<string, string>> = {
  creditcard: 'card',
  identity: 'identity',
  note: 'note',
  login: 'login',
  password: 'login'
}

/** Types of fields that are fields of our templates, by the type of the item. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  login: { username: 'username', password: 'password', url: 'url', totp: 'otp' },
  card: {
    ccName: 'holder',
    ccNumber: 'number',
    ccCvc: 'code',
    ccPin: 'pin',
    ccExpiry: 'expires',
    ccBankname: 'bank'
  },
  identity: { email: 'email', phone: 'phone' },
  note: {}
}
const KINDS = { email: 'email', url: 'url', phone: 'phone', pin: 'pin', password: 'password', totp: 'otp' } as const

export function enpassItem(source: ForeignJson, context: EnpassContext): TransferItem {
  const { book } = context
  const title = textMember(source, 'title')
  const note = textMember(source, 'note')
  const fields = arrayMember(source, 'fields').filter((field) => !isSection(field) && textMember(field, 'value') !== '')
  const attachments = arrayMember(source, 'attachments')
  book.found(1, fields.length + attachments.length + (title === '' ? 0 : 1) + (note === '' ? 0 : 1))
  if (title !== '') book.imported()
  const type = typeOf(source, fields)
  const item = newItem(book, type, title)
  placeFields(item, type, arrayMember(source, 'fields'))
  item.put('notes', note)
  for (const attachment of attachments) attach(item, attachment)
  return item.done(headOf(source, context))
}

const isSection = (field: ForeignJson): boolean => textMember(field, 'type') === 'section'

function typeOf(source: ForeignJson, fields: readonly ForeignJson[]): string {
  const category = textMember(source, 'category')
  const known = Object.hasOwn(CATEGORIES, category) ? CATEGORIES[category] : undefined
  if (known !== undefined) return known
  return fields.some((field) => ['username', 'password', 'totp'].includes(textMember(field, 'type'))) ? 'login' : 'note'
}

function placeFields(item: NewItem, type: string, fields: readonly ForeignJson[]): void {
  let section = ''
  for (const field of fields) {
    if (isSection(field)) section = textMember(field, 'label').slice(0, 900)
    else placeField(item, type, field, section)
  }
}

function placeField(item: NewItem, type: string, field: ForeignJson, section: string): void {
  const value = textMember(field, 'value')
  const label = (textMember(field, 'label') || '?').slice(0, 900)
  if (value === '') return
  // Removed by its owner, though the export still has it.
  if (isOn(member(field, 'deleted'))) return item.refuse(label, 'leftOut')
  const ids = FIELDS[type] ?? {}
  const fieldType = textMember(field, 'type')
  const id = Object.hasOwn(ids, fieldType) ? ids[fieldType] : undefined
  const history = historyOf(field)
  if (id !== undefined) return item.put(id, id === 'expires' ? monthOf(value) : value, history)
  const kind = Object.hasOwn(KINDS, fieldType) ? KINDS[fieldType as keyof typeof KINDS] : undefined
  item.add(label, value, { ...(kind && { kind }), concealed: isOn(member(field, 'sensitive')), section, history })
}

/** Enpass writes flags as 0 and 1. */
const isOn = (flag: ForeignJson | undefined): boolean => flag === 1 || flag === true

function historyOf(field: ForeignJson): History {
  return arrayMember(field, 'history')
    .map((each) => ({ at: timeOf(each, 'updated_at'), value: textMember(each, 'value') }))
    .filter(({ value }) => value !== '')
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

/** MM/YYYY or MM/YY. */
function monthOf(text: string): string {
  const found = /^(0?[1-9]|1[0-2])\s*[/-]\s*(\d{4}|\d{2})$/.exec(text.trim())
  if (found === null) return text
  const [, month = '', year = ''] = found
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}`
}

function attach(item: NewItem, attachment: ForeignJson): void {
  const name = attachmentName(textMember(attachment, 'name'))
  const data = textMember(attachment, 'data')
  const mediaType = textMember(attachment, 'kind') || mediaTypeOf(name)
  if (data === '') item.refuse(name, 'missingFile')
  else item.attach({ name, mediaType: mediaType.slice(0, 100), bytes: Uint8Array.from(Buffer.from(data, 'base64')) })
}

function headOf(source: ForeignJson, { folders }: EnpassContext): Parameters<NewItem['done']>[0] {
  const changedAt = timeOf(source, 'updated_at')
  const tags = arrayMember(source, 'folders').flatMap((id) => (typeof id === 'string' ? (folders.get(id) ?? []) : []))
  const archive = isOn(member(source, 'archived')) ? ['Archived'] : []
  return {
    tags: [...new Set([...archive, ...tags])],
    favorite: isOn(member(source, 'favorite')),
    createdAt: timeOf(source, 'createdAt') ?? timeOf(source, 'created_at'),
    changedAt,
    trashedAt: isOn(member(source, 'trashed')) ? (changedAt ?? 0) : null
  }
}

function timeOf(source: ForeignJson, name: string): number | null {
  const time = member(source, name)
  return typeof time === 'number' ? foreignTime(time) : null
}
