import type { Importer } from '../importer.ts'
import { createPace } from '../pace.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { type Cells, cellsOf, columnName } from './cells.ts'
import { readHeader, readTable } from './read-table.ts'

export type CsvFormat = {
  readonly format: string
  /** Columns, in lower case, by which the format is known: all of them must be there. */
  readonly needs: readonly string[]
  /** Other columns that there may be; a table with any further one is not of this format. Absent: any. */
  readonly knows?: readonly string[]
  /** Null for a row that is no item (a folder); its cells are counted like those of one. */
  readonly readRow: (cells: Cells, book: ReceiptBook) => TransferItem | null
}

/** One of the formats in which a row is an item and the header tells whose export it is. */
export function csvImporter({ format, needs, knows, readRow }: CsvFormat): Importer {
  return {
    format,
    recognises({ bytes }) {
      const names = new Set(readHeader(bytes).map(columnName))
      if (!needs.every((name) => names.has(name))) return false
      if (knows === undefined) return true
      const known = new Set([...needs, ...knows])
      return [...names].every((name) => name === '' || known.has(name))
    },
    async read({ bytes }, work) {
      const pace = createPace(work)
      const { header, rows } = await readTable(bytes, pace)
      const items: TransferItem[] = []
      for (const [index, { cells }] of rows.entries()) {
        const item = readRow(cellsOf(header, cells, work.book), work.book)
        if (item !== null) {
          work.book.found(1, 0)
          items.push(item)
        }
        await pace(index, rows.length)
      }
      return { items }
    }
  }
}
