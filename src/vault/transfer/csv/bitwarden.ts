import type { ReceiptBook } from '../receipt.ts'
import { newItem, type NewItem } from '../new-item.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { csvImporter } from './csv-format.ts'
import { isTrue, keepRest } from './roles.ts'

export const bitwardenCsv = csvImporter({
  format: 'bitwarden-csv',
  needs: ['type', 'name', 'notes', 'fields', 'login_uri', 'login_username', 'login_password', 'login_totp'],
  readRow
})

function readRow(cells: Cells, book: ReceiptBook): TransferItem {
  const isNote = cells.head('type').trim().toLowerCase() === 'note'
  const item = newItem(book, isNote ? 'note' : 'login', cells.head('name'))
  item.put('username', cells.take('login_username'))
  item.put('password', cells.take('login_password'))
  item.put('otp', cells.take('login_totp'))
  putUris(item, cells.take('login_uri'), book)
  item.put('notes', cells.take('notes'))
  addFields(item, cells.take('fields'), book)
  // Whether the other program asks for its master password again; 0 is the usual answer.
  const reprompt = cells.take('reprompt')
  if (isTrue(reprompt)) item.keep('reprompt', reprompt, 'noPlaceForIt')
  else if (reprompt !== '') book.imported()
  // An organisation's export has collections in the place of folders.
  const folders = [cells.head('folder'), ...cells.head('collections').split(',')]
  const favorite = isTrue(cells.head('favorite'))
  keepRest(cells, item)
  return item.done({ favorite, tags: [...new Set(folders.flatMap((path) => folderTag(path) ?? []))] })
}

/** Several addresses stand in one cell, separated by commas: a comma within one is followed by no scheme. */
function putUris(item: NewItem, text: string, book: ReceiptBook): void {
  const uris = text.split(/,(?=[a-z][a-z0-9+.-]*:\/\/)/i)
  book.found(0, Math.max(0, uris.length - 1))
  for (const uri of uris) item.put('url', uri)
}

/** Lines of `name: value`; a line without a name goes on with the value before. */
function addFields(item: NewItem, text: string, book: ReceiptBook): void {
  if (text === '') return
  const fields: { name: string; value: string }[] = []
  for (const line of text.split('\n')) {
    const at = line.indexOf(': ')
    const last = fields.at(-1)
    if (at !== -1) fields.push({ name: line.slice(0, at), value: line.slice(at + 2) })
    else if (last === undefined) fields.push({ name: 'fields', value: line })
    else last.value += `\n${line}`
  }
  const filled = fields.filter(({ value }) => value !== '')
  book.found(0, filled.length - 1)
  for (const { name, value } of filled) item.add(name || 'fields', value)
}
