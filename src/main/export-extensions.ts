import type { ExportFormat } from '../shared/export-views.ts'

/** How the file of each format is usually called. */
export const EXPORT_EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  age: 'age',
  json: 'json',
  bitwarden: 'json',
  'bitwarden-sealed': 'json',
  csv: 'csv',
  'csv-safe': 'csv',
  kdbx: 'kdbx',
  cxf: 'json'
}
