import { CSV_ROLES, type CsvRole } from '../vault/transfer/csv/roles.ts'
import { columnName } from '../vault/transfer/csv/cells.ts'
import { guessRoles } from '../vault/transfer/csv/guess-roles.ts'
import type { CsvMapping } from '../vault/transfer/csv/any-csv.ts'
import { readHeader } from '../vault/transfer/csv/read-table.ts'
import { UsageError } from './usage-error.ts'

/** `Website=url` for the columns that are named; the others are what their names sound like. */
export function importMapping(bytes: Uint8Array, named: readonly string[]): CsvMapping {
  const header = readHeader(bytes)
  const roles = [...guessRoles(header)]
  for (const text of named) {
    const at = text.lastIndexOf('=')
    const [column, role] = [text.slice(0, at), text.slice(at + 1)]
    const index = header.findIndex((name) => columnName(name) === columnName(column))
    if (at <= 0 || !isRole(role))
      throw new UsageError(`--mapping takes COLUMN=ROLE; a role is one of ${CSV_ROLES.join(', ')}.`)
    if (index === -1) throw new UsageError(`The table has no column "${column}".`)
    roles[index] = role
  }
  return roles
}

const isRole = (text: string): text is CsvRole => CSV_ROLES.some((role) => role === text)
