import type { CsvRoleName, CsvSketch, ImportDone, ImportPreview } from '../../../shared/import-views.ts'
import type { ChosenFile } from '../../../shared/vault-views.ts'

/** Where an import stands. Nothing has come in before `receipt`. */
export type ImportState =
  | { readonly at: 'choose'; readonly error: unknown }
  | { readonly at: 'reading'; readonly file: ChosenFile }
  | {
      readonly at: 'password'
      readonly file: ChosenFile
      readonly keyFile: ChosenFile | null
      readonly error: unknown
    }
  | { readonly at: 'columns'; readonly file: ChosenFile; readonly sketch: CsvSketch; readonly error: unknown }
  | ({ readonly at: 'preview'; readonly preview: ImportPreview; readonly error: unknown } & Source)
  | ({ readonly at: 'saving'; readonly preview: ImportPreview } & Source)
  | ({
      readonly at: 'receipt'
      readonly done: ImportDone
      readonly undone: boolean
      readonly removed: boolean
      readonly error: unknown
    } & Source)

/** What has its own password is not readable by anyone. */
type Source = { readonly file: ChosenFile; readonly sealed: boolean }

export const CHOOSE: ImportState = { at: 'choose', error: null }

export type Mapping = readonly CsvRoleName[]

/** How a file is to be read, as far as somebody said it. The password is in none of the states. */
export type ReadHow = { readonly password?: string; readonly keyFile?: string; readonly mapping?: CsvRoleName[] }
