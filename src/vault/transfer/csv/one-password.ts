import type { ReceiptBook } from '../receipt.ts'
import { newItem } from '../new-item.ts'
import { splitTags } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { Cells } from './cells.ts'
import { csvImporter } from './csv-format.ts'
import { isTrue, keepRest } from './roles.ts'

export const onePasswordCsv = csvImporter({
  format: '1password-csv',
  needs: ['title', 'url', 'username', 'password', 'otpauth', 'favorite', 'archived', 'tags', 'notes'],
  readRow
})

const FIELDS = [
  ['username', 'username'],
  ['password', 'password'],
  ['otp', 'otpauth'],
  ['url', 'url'],
  ['notes', 'notes']
] as const

function readRow(cells: Cells, book: ReceiptBook): TransferItem {
  const values = FIELDS.map(([id, column]) => [id, cells.take(column)] as const)
  const isNote = values.every(([id, value]) => id === 'notes' || value === '')
  const item = newItem(book, isNote ? 'note' : 'login', cells.head('title'))
  for (const [id, value] of values) item.put(id, value)
  const favorite = isTrue(cells.head('favorite'))
  const archive = isTrue(cells.head('archived')) ? ['Archive'] : []
  const tags = [...splitTags(cells.head('tags')), ...archive]
  keepRest(cells, item)
  return item.done({ favorite, tags })
}
