import { VaultError } from '../../../core/errors.ts'
import type { Importer } from '../importer.ts'
import { createPace } from '../pace.ts'
import { cellsOf, columnName } from './cells.ts'
import { guessRoles } from './guess-roles.ts'
import { readHeader, readTable } from './read-table.ts'
import { type CsvRole, readByRoles, type Roles } from './roles.ts'

export const ANY_CSV = 'csv'

/** What each column is for, in the order of the columns. */
export type CsvMapping = readonly CsvRole[]

/** Any table with a header: the columns are what somebody says they are, or what their names sound like. */
export const anyCsv: Importer = mappedCsv(null)

/** BAD_REQUEST when the mapping is for another number of columns, or nothing would come in. */
export function mappedCsv(mapping: CsvMapping | null): Importer {
  return {
    format: ANY_CSV,
    recognises: ({ bytes }) => isTable(readHeader(bytes)),
    async read({ bytes }, work) {
      const pace = createPace(work)
      const { header, rows } = await readTable(bytes, pace)
      const roles = rolesOf(header, mapping ?? guessRoles(header))
      work.book.found(rows.length, 0)
      const items = []
      for (const [index, { cells }] of rows.entries()) {
        items.push(readByRoles(cellsOf(header, cells, work.book), roles, work.book))
        await pace(index, rows.length)
      }
      return { items }
    }
  }
}

/** Columns of the same name are told apart as `cellsOf` does. */
export function rolesOf(header: readonly string[], mapping: CsvMapping): Roles {
  if (mapping.length !== header.length) throw new VaultError('BAD_REQUEST')
  if (mapping.every((role) => role === 'skip')) throw new VaultError('BAD_REQUEST')
  const labels = header.map((label, index) => label.trim() || `Column ${index + 1}`)
  const names = labels.map(columnName)
  return mapping.map((role, index) => {
    const name = names[index] ?? ''
    const isRepeated = names.indexOf(name) < index
    return [isRepeated ? `${name} ${index + 1}` : name, role, labels[index] ?? ''] as const
  })
}

/** Two named columns at least, of which one sounds like something that a person would call an item by or keep. */
function isTable(header: readonly string[]): boolean {
  const named = header.filter((name) => name.trim() !== '')
  const isSaid = guessRoles(header).some((role) => !['text', 'concealed', 'notes'].includes(role))
  return named.length >= 2 && isSaid
}
