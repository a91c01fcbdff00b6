import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { errorCode } from '../../error-text.ts'
import { CHOOSE, type ImportState, type ReadHow } from './import-state.ts'

/** The format of a table that no program is known by. */
const ANY_TABLE = 'csv'
/** What nobody reads without a key, even where no password was asked for. */
const SEALED = new Set(['pass', 'kdbx', 'age', 'coffer'])

/** What a file turns out to be: something to approve, something to ask for first, or nothing that can be read. */
export async function readStep(file: ChosenFile, how: ReadHow, keyFile: ChosenFile | null): Promise<ImportState> {
  try {
    const { password, ...rest } = how
    const own = password === undefined ? {} : { password: secret(password) }
    const preview = await call('import.read', { file: file.handle, ...rest, ...own })
    if (preview.summary.format === ANY_TABLE && how.mapping === undefined) return await columnsStep(file)
    const sealed = how.password !== undefined || how.keyFile !== undefined || SEALED.has(preview.summary.format)
    return { at: 'preview', file, sealed, preview, error: null }
  } catch (error) {
    return failedStep(file, error, keyFile)
  }
}

async function failedStep(file: ChosenFile, error: unknown, keyFile: ChosenFile | null): Promise<ImportState> {
  switch (errorCode(error)) {
    case 'CANCELLED':
      return CHOOSE
    case 'IMPORT_NEEDS_PASSWORD':
      return { at: 'password', file, keyFile, error: null }
    case 'WRONG_PASSWORD':
      return { at: 'password', file, keyFile, error }
    case 'IMPORT_UNKNOWN_FORMAT':
      // A table whose columns sound like nothing: a person can still say what they are.
      return columnsStep(file).catch(() => ({ at: 'choose', error }))
    default:
      return { at: 'choose', error }
  }
}

export async function columnsStep(file: ChosenFile): Promise<ImportState> {
  const sketch = await call('import.sketch', { file: file.handle, mapping: null })
  if (sketch.columns.length < 2) throw new Error('no table')
  return { at: 'columns', file, sketch, error: null }
}
