import Papa from 'papaparse'
import { VaultError } from '../../../core/errors.ts'
import { foreignText, startOfText } from '../foreign-text.ts'
import type { Pace } from '../pace.ts'

/** `line` counts rows of the file from 1, the header included: what a person finds in a spreadsheet. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }
export type CsvTable = { readonly header: readonly string[]; readonly rows: readonly CsvRow[] }

const LIMITS = { rows: 200_000, columns: 256 } as const
/** Rows that are parsed in one go. */
const BATCH = 500

/**
 * The rows of a table with a header, empty ones left out. Rows may end in LF, CR-LF, CR-CR-LF or CR, mixed or not.
 * IMPORT_DAMAGED { place: row }, IMPORT_REFUSED { reason }, CANCELLED.
 */
export async function readTable(bytes: Uint8Array, pace: Pace): Promise<CsvTable> {
  const { text, delimiter, newline } = layoutOf(foreignText(bytes))
  const rows: CsvRow[] = []
  let header: readonly string[] | null = null
  let line = 0
  for (let from = 0; from < text.length; ) {
    const batch = parseBatch(text.slice(from), delimiter, newline, line)
    for (const cells of batch.rows) {
      line += 1
      if (cells.every((cell) => cell === '')) continue
      if (header === null) header = cells
      else rows.push({ line, cells })
    }
    if (line > LIMITS.rows) throw new VaultError('IMPORT_REFUSED', { reason: 'items' })
    from += batch.length
    await pace(from, text.length)
  }
  return { header: header ?? [], rows }
}

/** The header alone, to recognise a format by; empty for what is no table. */
export function readHeader(bytes: Uint8Array): readonly string[] {
  const known = headers.get(bytes)
  if (known !== undefined) return known
  const header = headerOf(startOfText(bytes))
  headers.set(bytes, header)
  return header
}
/** Every format of the family asks for the same. */
const headers = new WeakMap<Uint8Array, readonly string[]>()

function headerOf(start: string): readonly string[] {
  try {
    const { text, delimiter, newline } = layoutOf(start)
    const { data } = Papa.parse<string[]>(text.trimStart(), { ...PLAIN, delimiter, newline, preview: 1 })
    return (data[0] ?? []).map(withoutLineEnd)
  } catch {
    return []
  }
}

const PLAIN = { header: false, fastMode: false } as const

type Layout = { readonly text: string; readonly delimiter: string; readonly newline: '\n' | '\r' }

/** Spreadsheets of some countries separate by semicolons, and may say so in a first line. */
function layoutOf(text: string): Layout {
  const newline = text.includes('\n') ? '\n' : '\r'
  const said = /^sep=([,;\t|])\r*\n/.exec(text)
  if (said !== null) return { text: text.slice(said[0].length), delimiter: said[1] ?? ',', newline }
  return { text, delimiter: delimiterOf(text.trimStart().split(newline, 1)[0] ?? ''), newline }
}

const DELIMITERS = [',', ';', '\t', '|'] as const

function delimiterOf(headerLine: string): string {
  const outside = headerLine.replaceAll(/"[^"]*"/g, '')
  const count = (delimiter: string): number => outside.split(delimiter).length
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ',')
}

type Batch = { readonly rows: readonly (readonly string[])[]; readonly length: number }

function parseBatch(text: string, delimiter: string, newline: '\n' | '\r', before: number): Batch {
  const { data, errors, meta } = Papa.parse<string[]>(text, { ...PLAIN, delimiter, newline, preview: BATCH })
  if (errors.some(({ type }) => type === 'Quotes')) throw damagedAt(before + data.length)
  for (const cells of data) {
    if (cells.length > LIMITS.columns) throw new VaultError('IMPORT_REFUSED', { reason: 'columns' })
  }
  const doubled = text.includes('\r\r\n')
  const rows = data.map((cells) => cells.map((cell, index) => cleanCell(cell, index === cells.length - 1, doubled)))
  return { rows, length: meta.truncated ? meta.cursor : text.length }
}

/** Line ends within a cell stay as they are, but for those that a broken exporter doubled. */
function cleanCell(cell: string, isLast: boolean, doubled: boolean): string {
  const ended = isLast ? withoutLineEnd(cell) : cell
  return doubled ? ended.replaceAll('\r\r\n', '\n') : ended
}

const withoutLineEnd = (cell: string): string => cell.replace(/\r+$/, '')

const damagedAt = (row: number): VaultError => new VaultError('IMPORT_DAMAGED', { place: `row ${row}` })
