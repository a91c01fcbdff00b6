import type { ReceiptBook } from '../receipt.ts'
import { newItem } from '../new-item.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { csvImporter } from './csv-format.ts'
import { readTypedNote } from './lastpass-note.ts'
import { hostOf, isTrue, keepRest } from './roles.ts'

export const lastpassCsv = csvImporter({
  format: 'lastpass-csv',
  needs: ['url', 'username', 'password', 'extra', 'name', 'grouping', 'fav'],
  readRow
})

/** The address by which LastPass marks what is no login. */
const NOTE = 'http://sn'

function readRow(cells: Cells, book: ReceiptBook): TransferItem {
  const url = cells.take('url')
  const name = cells.head('name')
  const folder = folderTag(cells.head('grouping'), /[\\/]/)
  const head = { favorite: isTrue(cells.head('fav')), tags: folder === null ? [] : [folder] }
  const extra = cells.take('extra')
  if (url === NOTE) {
    book.imported()
    return readTypedNote(cells, { name, extra, head }, book)
  }
  const item = newItem(book, 'login', name || hostOf(url))
  for (const id of ['username', 'password'] as const) item.put(id, cells.take(id))
  item.put('otp', cells.take('totp'))
  item.put('url', url)
  item.put('notes', extra)
  keepRest(cells, item)
  return item.done(head)
}
