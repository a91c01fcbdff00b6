import { utf8Bytes } from '../../../core/vault/text.ts'
import type { Exporter } from '../exporter.ts'
import { asText, csvRecord, isFormula } from './csv-cells.ts'
import { CSV_HEADER, csvRow } from './csv-row.ts'

export type CsvMode =
  /** RFC 4180, each value as it is: for another program. A spreadsheet would run some of them as formulas. */
  | 'exact'
  /** No cell begins a formula: for reading in a spreadsheet. Some values are changed, and counted. */
  | 'safe'

export function writeCsv(mode: CsvMode): Exporter {
  return async function* csv(items, { book }) {
    // Without the mark, spreadsheets take UTF-8 for something older; with it, programs take it for part of the header.
    if (mode === 'safe') yield utf8Bytes('\ufeff')
    yield csvRecord(CSV_HEADER)
    for await (const item of items) {
      if (item.trashedAt !== null) {
        book.lost('trashedItems')
        continue
      }
      const cells = csvRow(item, book)
      if (mode === 'safe') book.lost('prefixedCells', cells.filter(isFormula).length)
      yield csvRecord(mode === 'safe' ? cells.map(asText) : cells)
    }
  }
}
