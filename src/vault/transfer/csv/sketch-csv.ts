import type { CsvSketch } from '../../../shared/import-views.ts'
import { createPace } from '../pace.ts'
import { createReceiptBook } from '../receipt.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { type CsvMapping, rolesOf } from './any-csv.ts'
import { cellsOf } from './cells.ts'
import { guessRoles } from './guess-roles.ts'
import { readTable } from './read-table.ts'
import { readByRoles } from './roles.ts'

/** Rows that are shown before all of them come in. */
const SHOWN = 5
const LONGEST = 120

/**
 * A table with what its columns seem to be for, or are said to be for, and how its first rows would come in. Values of
 * concealed fields are not in it. IMPORT_DAMAGED { place }, BAD_REQUEST for a mapping of another table.
 */
export async function sketchCsv(
  bytes: Uint8Array,
  mapping: CsvMapping | null,
  signal: AbortSignal
): Promise<CsvSketch> {
  const { header, rows } = await readTable(bytes, createPace({ signal, report: () => {} }))
  const roles = mapping ?? guessRoles(header)
  const named = rolesOf(header, roles)
  const book = createReceiptBook()
  return {
    columns: named.map(([column, role, label = column]) => ({ name: label.slice(0, LONGEST), role })),
    rows: rows.length,
    items: rows.slice(0, SHOWN).map(({ cells }) => shown(readByRoles(cellsOf(header, cells, book), named, book)))
  }
}

const shown = ({ title, type, tags, fields }: TransferItem): CsvSketch['items'][number] => ({
  title: title.slice(0, LONGEST),
  type,
  tags: [...tags],
  fields: fields.map(({ label, value, concealed }) => ({ label, value: concealed ? null : value.slice(0, LONGEST) }))
})
