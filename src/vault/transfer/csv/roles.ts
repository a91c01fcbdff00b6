import { csvRole } from '../../../shared/import-views.ts'
import type { ReceiptBook } from '../receipt.ts'
import { foreignTime } from '../foreign-time.ts'
import { newItem, type NewItem } from '../new-item.ts'
import { folderTag, splitTags } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'

/** What a column is for. */
export const CSV_ROLES = csvRole.options
export type CsvRole = (typeof CSV_ROLES)[number]

/** Columns, in lower case, with what they are for; those that are not named are kept aside. */
export type Roles = readonly (readonly [column: string, role: CsvRole, label?: string])[]

const FIELDS = ['username', 'email', 'password', 'otp', 'url', 'notes'] as const

/** An item of one row, a login or a note, by what its columns are for. */
export function readByRoles(cells: Cells, roles: Roles, book: ReceiptBook): TransferItem {
  const [titled, ...moreTitles] = of(roles, 'title')
  const values = FIELDS.flatMap((id) => of(roles, id).map(([column]) => [id, cells.take(column)] as const))
  const title = (titled === undefined ? '' : cells.head(titled[0])) || titleFrom(values)
  const item = newItem(book, typeOf(values), title)
  for (const [id, value] of values) item.put(id, value)
  const [createdAt = null] = of(roles, 'created').map(([column]) => timeOf(cells, column, item, book))
  const [changedAt = null] = of(roles, 'changed').map(([column]) => timeOf(cells, column, item, book))
  const head = { favorite: isFavorite(cells, roles), tags: tagsOf(cells, roles), createdAt, changedAt }
  for (const [column, , label = column] of [...moreTitles, ...of(roles, 'text')]) item.add(label, cells.take(column))
  for (const [column, , label = column] of of(roles, 'concealed'))
    item.add(label, cells.take(column), { concealed: true })
  for (const [column, , label = column] of of(roles, 'skip'))
    if (cells.take(column) !== '') item.refuse(label, 'leftOut')
  keepRest(cells, item)
  return item.done(head)
}

const of = (roles: Roles, wanted: CsvRole): Roles => roles.filter(([, role]) => role === wanted)

/** Columns that nobody took: kept aside, concealed where they are named like a secret. */
export function keepRest(cells: Cells, item: NewItem): void {
  for (const [label, value] of cells.rest()) item.keep(label, value, 'unknownField', { concealed: soundsSecret(label) })
}

/** Milliseconds, or null; a time that cannot be read is kept as it stands. */
export function timeOf(cells: Cells, column: string, item: NewItem, book: ReceiptBook): number | null {
  const text = cells.take(column)
  const time = foreignTime(text)
  if (time === null) item.keep(column, text, 'unreadable')
  else book.imported()
  return time
}

function isFavorite(cells: Cells, roles: Roles): boolean {
  return of(roles, 'favorite').some(([column]) => isTrue(cells.head(column)))
}

function tagsOf(cells: Cells, roles: Roles): readonly string[] {
  const folders = of(roles, 'folder').flatMap(([column]) => folderTag(cells.head(column)) ?? [])
  return [...new Set([...folders, ...of(roles, 'tags').flatMap(([column]) => splitTags(cells.head(column)))])]
}

type Values = readonly (readonly [id: (typeof FIELDS)[number], value: string])[]

function typeOf(values: Values): string {
  const filled = new Set(values.flatMap(([id, value]) => (value === '' ? [] : id)))
  return filled.size > 0 && [...filled].every((id) => id === 'notes') ? 'note' : 'login'
}

function titleFrom(values: Values): string {
  const first = (wanted: string) => values.find(([id, value]) => id === wanted && value !== '')?.[1] ?? ''
  return hostOf(first('url')) || first('username') || first('email')
}

/** The host of an address, with or without its scheme, however broken that is; '' when there is none. */
export function hostOf(address: string): string {
  const text = `https://${address.replace(/^[a-z][a-z0-9+.-]*:\/+/i, '')}`
  return URL.canParse(text) ? new URL(text).hostname : ''
}

const TRUE = new Set(['1', 'true', 'yes', 'y', 'x', 'ja', 'wahr'])
export const isTrue = (text: string): boolean => TRUE.has(text.trim().toLowerCase())

const SECRET = /pass|pin\b|cvv|cvc|secret|token|\bkey|code|kennwort|schl(ü|ue)ssel|totp|otp|card ?number|iban/i
/** Better too much concealed than too little. */
export const soundsSecret = (label: string): boolean => SECRET.test(label)
