import { utf8Bytes } from '../../../core/vault/text.ts'

/** One record of RFC 4180: every cell in quotes, so that no separator, quote or line end of a value can be mistaken. */
export function csvRecord(cells: readonly string[]): Uint8Array {
  return utf8Bytes(`${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`)
}

// Spreadsheets take these for formulas, which can send other cells away; some look through white space and wide forms.
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

export const isFormula = (cell: string): boolean => FORMULA.test(cell)

/** The usual mark for "this is text". It changes the value: only for reading in a spreadsheet. */
export const asText = (cell: string): string => (isFormula(cell) ? `'${cell}` : cell)
