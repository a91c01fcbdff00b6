import type { ReceiptBook } from '../receipt.ts'
import { newItem } from '../new-item.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { csvImporter } from './csv-format.ts'
import { keepRest, timeOf } from './roles.ts'

export const keepassxcCsv = csvImporter({
  format: 'keepassxc-csv',
  needs: ['group', 'title', 'username', 'password', 'url', 'notes'],
  readRow
})

function readRow(cells: Cells, book: ReceiptBook): TransferItem {
  // The first part is the name of the whole database.
  const [, ...groups] = cells.head('group').split('/')
  const item = newItem(book, 'login', cells.head('title'))
  for (const id of ['username', 'password'] as const) item.put(id, cells.take(id))
  item.put('otp', cells.take('totp'))
  item.put('url', cells.take('url'))
  item.put('notes', cells.take('notes'))
  const changedAt = timeOf(cells, 'last modified', item, book)
  const createdAt = timeOf(cells, 'created', item, book)
  // The number of a picture; that of the plain key says nothing.
  const icon = cells.take('icon')
  if (icon === '0') book.imported()
  else if (icon !== '') item.refuse('Icon', 'noPlaceForIt')
  keepRest(cells, item)
  const tag = folderTag(groups.join('/'))
  return item.done({ createdAt, changedAt, tags: tag === null ? [] : [tag] })
}
