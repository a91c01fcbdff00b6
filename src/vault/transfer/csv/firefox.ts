import type { ReceiptBook } from '../receipt.ts'
import { newItem } from '../new-item.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { csvImporter } from './csv-format.ts'
import { hostOf, keepRest, timeOf } from './roles.ts'

export const firefoxCsv = csvImporter({
  format: 'firefox-csv',
  needs: ['url', 'username', 'password', 'httprealm', 'formactionorigin', 'guid'],
  readRow
})

/** Firefox has no titles: the site is one. */
function readRow(cells: Cells, book: ReceiptBook): TransferItem {
  const url = cells.take('url')
  const item = newItem(book, 'login', hostOf(url) || url)
  item.put('username', cells.take('username'))
  item.put('password', cells.take('password'))
  item.put('url', url)
  item.add('HTTP realm', cells.take('httprealm'))
  const action = cells.take('formactionorigin')
  if (action !== '' && isSameSite(action, url)) book.imported()
  else item.put('url', action)
  const createdAt = timeOf(cells, 'timecreated', item, book)
  const changedAt = timeOf(cells, 'timepasswordchanged', item, book)
  // The browser's own number for the row, of no use to anybody else.
  if (cells.take('guid') !== '') item.refuse('guid', 'noPlaceForIt')
  item.keep('timeLastUsed', cells.take('timelastused'), 'noPlaceForIt')
  keepRest(cells, item)
  return item.done({ createdAt, changedAt })
}

const isSameSite = (one: string, other: string): boolean => hostOf(one) === hostOf(other)
