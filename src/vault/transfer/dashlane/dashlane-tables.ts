import { type Cells } from '../csv/cells.ts'
import { readByRoles, type Roles, soundsSecret } from '../csv/roles.ts'
import { newItem, type NewItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem } from '../transfer-vault.ts'

export type ReadRow = (cells: Cells, book: ReceiptBook) => TransferItem

const CREDENTIALS: Roles = [
  ['title', 'title'],
  ['username', 'username'],
  ['password', 'password'],
  ['otpurl', 'otp'],
  ['otpsecret', 'otp'],
  ['url', 'url'],
  ['note', 'notes'],
  ['category', 'folder'],
  ['username2', 'text', 'Username 2'],
  ['username3', 'text', 'Username 3']
]
const NOTES: Roles = [
  ['title', 'title'],
  ['note', 'notes'],
  ['category', 'folder']
]

type Columns = readonly (readonly [column: string, id: string])[]

const CARD: Columns = [
  ['account_holder', 'holder'],
  ['cc_number', 'number'],
  ['code', 'code'],
  ['issuing_bank', 'bank'],
  ['note', 'notes']
]
const BANK: Columns = [
  ['account_holder', 'holder'],
  ['account_number', 'number'],
  ['routing_number', 'code'],
  ['issuing_bank', 'bank'],
  ['note', 'notes']
]
const PASSPORT: Columns = [
  ['name', 'name'],
  ['number', 'number'],
  ['issue_date', 'issued'],
  ['expiration_date', 'expires'],
  ['place_of_issue', 'authority']
]
const IDENTITY: Columns = [
  ['name', 'name'],
  ['email', 'email'],
  ['phone_number', 'phone'],
  ['address', 'address'],
  ['date_of_birth', 'birthday']
]
const WIFI: Columns = [
  ['ssid', 'network'],
  ['passphrase', 'password'],
  ['encription_type', 'security'],
  ['note', 'notes']
]

/** The tables of the archive. A row of a kind that we have no type for becomes an identity with all its fields. */
export const DASHLANE_TABLES: ReadonlyMap<string, ReadRow> = new Map<string, ReadRow>([
  ['credentials.csv', (cells, book) => readByRoles(cells, CREDENTIALS, book)],
  ['securenotes.csv', (cells, book) => readByRoles(cells, NOTES, book)],
  ['payments.csv', readPayment],
  ['ids.csv', readId],
  [
    'personalInfo.csv',
    (cells, book) => readColumns(book, 'identity', { cells, columns: IDENTITY, titles: ['item_name', 'type'] })
  ],
  ['wifi.csv', (cells, book) => readColumns(book, 'wifi', { cells, columns: WIFI, titles: ['name', 'ssid'] })]
])

function readPayment(cells: Cells, book: ReceiptBook): TransferItem {
  const isCard = cells.head('type') === 'payment_card'
  const table = { cells, columns: isCard ? CARD : BANK, titles: ['account_name', 'name'] }
  const month = cells.take('expiration_month')
  const year = cells.take('expiration_year')
  return readColumns(book, isCard ? 'card' : 'bank', table, (item) => {
    const isMonth = /^(0?[1-9]|1[0-2])$/.test(month) && /^\d{4}$/.test(year)
    if (isMonth) {
      item.put('expires', `${year}-${month.padStart(2, '0')}`)
      book.imported()
    } else {
      item.add('expiration_month', month)
      item.add('expiration_year', year)
    }
  })
}

function readId(cells: Cells, book: ReceiptBook): TransferItem {
  const type = cells.head('type')
  const isPassport = type === 'passport'
  const table = { cells, columns: isPassport ? PASSPORT : IDENTITY, titles: [] }
  const made = readColumns(book, isPassport ? 'passport' : 'identity', table)
  return { ...made, title: type }
}

type Table = { readonly cells: Cells; readonly columns: Columns; readonly titles: readonly string[] }

function readColumns(
  book: ReceiptBook,
  type: string,
  { cells, columns, titles }: Table,
  more?: (item: NewItem) => void
): TransferItem {
  let title = ''
  for (const column of titles) if (title === '') title = cells.head(column)
  const item = newItem(book, type, title)
  for (const [column, id] of columns) item.put(id, cells.take(column))
  more?.(item)
  for (const [label, value] of cells.rest())
    item.add(label, value, { concealed: soundsSecret(label) || /number/i.test(label) })
  return item.done({})
}
