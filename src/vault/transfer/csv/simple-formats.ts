import type { Importer } from '../importer.ts'
import { type CsvFormat, csvImporter } from './csv-format.ts'
import { readByRoles, type Roles } from './roles.ts'

/** Formats in which every column means the same in every row. */
const simple = (format: string, needs: CsvFormat['needs'], knows: CsvFormat['knows'], roles: Roles): Importer =>
  csvImporter({
    format,
    needs,
    ...(knows === undefined ? {} : { knows }),
    readRow: (cells, book) => readByRoles(cells, roles, book)
  })

/** Chrome, Edge, Brave, Opera, Vivaldi. */
export const chromeCsv = simple(
  'chrome-csv',
  ['name', 'url', 'username', 'password'],
  ['note'],
  [
    ['name', 'title'],
    ['url', 'url'],
    ['username', 'username'],
    ['password', 'password'],
    ['note', 'notes']
  ]
)

export const appleCsv = simple(
  'apple-csv',
  ['title', 'url', 'username', 'password', 'notes', 'otpauth'],
  [],
  [
    ['title', 'title'],
    ['url', 'url'],
    ['username', 'username'],
    ['password', 'password'],
    ['notes', 'notes'],
    ['otpauth', 'otp']
  ]
)
