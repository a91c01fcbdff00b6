import { type ForeignJson, isForeignArray, parseForeignJson, textMember } from '../foreign-json.ts'
import type { ReceiptBook } from '../receipt.ts'
import { newItem, type NewItem } from '../new-item.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { csvImporter } from './csv-format.ts'
import { hostOf, keepRest } from './roles.ts'

export const nordpassCsv = csvImporter({
  format: 'nordpass-csv',
  needs: ['name', 'url', 'username', 'password', 'note', 'cardholdername', 'cardnumber', 'folder', 'type'],
  readRow
})

const TYPES: Readonly<Record<string, string>> = {
  password: 'login',
  note: 'note',
  credit_card: 'card',
  identity: 'identity'
}

const FIELDS = [
  ['username', 'username'],
  ['password', 'password'],
  ['url', 'url'],
  ['cardholdername', 'holder'],
  ['cardnumber', 'number'],
  ['cvc', 'code'],
  ['pin', 'pin'],
  ['full_name', 'name'],
  ['email', 'email'],
  ['phone_number', 'phone']
] as const

const ADDRESS = ['address1', 'address2', 'zipcode', 'city', 'state', 'country'] as const

function readRow(cells: Cells, book: ReceiptBook): TransferItem | null {
  const source = cells.head('type')
  const name = cells.head('name')
  // A folder is there in the items that are in it; what else stands in its row is there nowhere else.
  if (source === 'folder' && cells.rest().length === 0) return null
  const type = (Object.hasOwn(TYPES, source) ? TYPES[source] : undefined) ?? 'login'
  const values = FIELDS.map(([column, id]) => [id, cells.take(column)] as const)
  const item = newItem(book, type, name || hostOf(values.find(([id]) => id === 'url')?.[1] ?? ''))
  for (const [id, value] of values) item.put(id, value)
  putMoreUrls(item, cells.take('additional_urls'), book)
  putExpiry(item, cells.take('expirydate'))
  putAddress(item, cells, book)
  item.put('notes', cells.take('note'))
  addCustom(item, cells.take('custom_fields'), book)
  const tag = folderTag(cells.head('folder'))
  keepRest(cells, item)
  return item.done({ tags: tag === null ? [] : [tag] })
}

function listOf(text: string): readonly ForeignJson[] | null {
  try {
    const value = parseForeignJson(text)
    return isForeignArray(value) ? value : null
  } catch {
    return null
  }
}

function putMoreUrls(item: NewItem, text: string, book: ReceiptBook): void {
  if (text === '') return
  const urls = listOf(text)?.flatMap((url) => (typeof url === 'string' && url !== '' ? [url] : []))
  if (urls === undefined) return item.keep('additional_urls', text, 'unreadable')
  book.found(0, urls.length - 1)
  for (const url of urls) item.put('url', url)
}

/** `MM/YY` as a month; anything else as it stands. */
function putExpiry(item: NewItem, text: string): void {
  const month = /^(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d\d)$/.exec(text)
  item.put('expires', month === null ? text : `20${month[2] ?? ''}-${(month[1] ?? '').padStart(2, '0')}`)
}

/** One field of several lines, as it would stand on a letter. */
function putAddress(item: NewItem, cells: Cells, book: ReceiptBook): void {
  const lines = ADDRESS.map((column) => cells.take(column)).filter((line) => line !== '')
  if (lines.length === 0) return
  book.imported(lines.length - 1)
  item.put('address', lines.join('\n'))
}

function addCustom(item: NewItem, text: string, book: ReceiptBook): void {
  if (text === '') return
  const fields = listOf(text)
  if (fields === null) return item.keep('custom_fields', text, 'unreadable', { concealed: true })
  const filled = fields.filter((field) => textMember(field, 'value') !== '')
  book.found(0, filled.length - 1)
  for (const field of filled) {
    const concealed = textMember(field, 'type') === 'hidden'
    item.add(textMember(field, 'label') || 'custom_fields', textMember(field, 'value'), { concealed })
  }
}
