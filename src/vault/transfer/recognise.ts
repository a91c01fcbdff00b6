import { VaultError } from '../../core/errors.ts'
import type { Importer, ImportSource } from './importer.ts'
import { IMPORTERS } from './importers.ts'

/** The importer for what the file holds, whatever it is called. IMPORT_UNKNOWN_FORMAT. */
export function recognise(source: ImportSource, importers: readonly Importer[] = IMPORTERS): Importer {
  const found = importers.find((importer) => importer.recognises(source))
  if (found === undefined) throw new VaultError('IMPORT_UNKNOWN_FORMAT')
  return found
}

/** The importer that somebody named instead. BAD_REQUEST when there is none of that name. */
export function importerOf(format: string, importers: readonly Importer[] = IMPORTERS): Importer {
  const found = importers.find((importer) => importer.format === format)
  if (found === undefined) throw new VaultError('BAD_REQUEST')
  return found
}
