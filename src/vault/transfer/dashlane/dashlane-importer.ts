import { VaultError } from '../../../core/errors.ts'
import { cellsOf } from '../csv/cells.ts'
import { readTable } from '../csv/read-table.ts'
import type { Importer, ImportWork } from '../importer.ts'
import { createPace } from '../pace.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { openZip, type ZipEntry, zipNames } from '../unzip.ts'
import { DASHLANE_TABLES, type ReadRow } from './dashlane-tables.ts'

const lastName = (name: string): string => name.split('/').at(-1) ?? ''

/** The archive of tables that Dashlane exports. */
export const dashlaneImporter: Importer = {
  format: 'dashlane',
  recognises: ({ bytes }) => [...zipNames(bytes)].some((name) => DASHLANE_TABLES.has(lastName(name))),
  async read({ bytes }, work) {
    const items: TransferItem[] = []
    let tables = 0
    for (const entry of openZip(bytes)) {
      const readRow = DASHLANE_TABLES.get(lastName(entry.name))
      if (readRow === undefined) refuseEntry(entry, work)
      else for (const item of await readEntry(entry, readRow, work)) items.push(item)
      if (readRow !== undefined) tables++
    }
    if (tables === 0) throw new VaultError('IMPORT_DAMAGED', { place: 'credentials.csv' })
    return { items }
  }
}

/** A table that is newer than this reader. */
function refuseEntry({ name, size }: ZipEntry, { book }: ImportWork): void {
  if (size === 0) return
  book.found(0, 1)
  book.refused('', lastName(name), 'unknownType')
}

async function readEntry(entry: ZipEntry, readRow: ReadRow, work: ImportWork): Promise<readonly TransferItem[]> {
  const pace = createPace(work)
  const { header, rows } = await readTable(entry.read(), pace)
  const items: TransferItem[] = []
  for (const { cells } of rows) {
    work.book.found(1, 0)
    items.push(readRow(cellsOf(header, cells, work.book), work.book))
    await pace(items.length, rows.length)
  }
  return items
}
