import { isForeignObject, parseForeignJson } from '../foreign-json.ts'
import type { ReceiptBook } from '../receipt.ts'
import { newItem, type NewItem } from '../new-item.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { csvImporter } from './csv-format.ts'
import { keepRest, soundsSecret, timeOf } from './roles.ts'

export const protonCsv = csvImporter({
  format: 'proton-csv',
  needs: ['type', 'name', 'url', 'email', 'username', 'password', 'note', 'totp', 'createtime', 'modifytime'],
  readRow
})

const TYPES: Readonly<Record<string, string>> = { note: 'note', creditCard: 'card', identity: 'identity' }

function readRow(cells: Cells, book: ReceiptBook): TransferItem {
  const source = cells.head('type')
  const type = (Object.hasOwn(TYPES, source) ? TYPES[source] : undefined) ?? 'login'
  const item = newItem(book, type, cells.head('name'))
  const [username, email] = [cells.take('username'), cells.take('email')]
  item.put('username', username)
  // The address is how one signs in where there is no other name.
  item.put(username === '' && type === 'login' ? 'username' : 'email', email)
  item.put('password', cells.take('password'))
  item.put('otp', cells.take('totp'))
  putUrls(item, cells.take('url'), book)
  putNote(item, type, cells.take('note'), book)
  const createdAt = timeOf(cells, 'createtime', item, book)
  const changedAt = timeOf(cells, 'modifytime', item, book)
  const tag = folderTag(cells.head('vault'), /\n/)
  keepRest(cells, item)
  return item.done({ createdAt, changedAt, tags: tag === null ? [] : [tag] })
}

function putUrls(item: NewItem, text: string, book: ReceiptBook): void {
  const urls = text.split(/,\s*(?=[a-z][a-z0-9+.-]*:\/\/)/i)
  book.found(0, urls.length - 1)
  for (const url of urls) item.put('url', url)
}

const CARD: Readonly<Record<string, string>> = {
  cardholderName: 'holder',
  number: 'number',
  verificationNumber: 'code',
  pin: 'pin',
  expirationDate: 'expires',
  fullName: 'name',
  email: 'email',
  phoneNumber: 'phone',
  birthdate: 'birthday',
  company: 'company',
  note: 'notes'
}

/** Of cards and identities the note is JSON with all that they have. */
function putNote(item: NewItem, type: string, text: string, book: ReceiptBook): void {
  const members = type === 'card' || type === 'identity' ? membersOf(text) : null
  if (members === null) return item.put('notes', text)
  book.found(0, members.length - 1)
  for (const [name, value] of members) {
    const id = Object.hasOwn(CARD, name) ? CARD[name] : undefined
    if (id === undefined) item.add(name, value, { concealed: soundsSecret(name) })
    else item.put(id, value)
  }
}

function membersOf(text: string): readonly (readonly [string, string])[] | null {
  try {
    const value = parseForeignJson(text)
    if (!isForeignObject(value)) return null
    return Object.entries(value).flatMap(([name, member]) => {
      const shown = typeof member === 'string' ? member : member === null ? '' : JSON.stringify(member)
      return shown === '' || shown === '[]' ? [] : [[name, shown] as const]
    })
  } catch {
    return null
  }
}
