import { createContext, useContext } from 'react'
import type { ImportState, Mapping } from './import-state.ts'

/** An import goes on while the user looks at something else, and is where it was when they come back. */
export type ImportApi = {
  readonly state: ImportState
  readonly readOnly: boolean
  choose(): void
  chooseFolder(): void
  /** What somebody shared as text, from the clipboard. */
  paste(): void
  take(file: File): void
  /** The password of the foreign vault; '' for one that has a key file alone. */
  unlock(password: string): void
  chooseKeyFile(): void
  /** Lets somebody say what the columns of a table are for. */
  showColumns(): void
  setColumns(mapping: Mapping): void
  readColumns(): void
  apply(): void
  undo(): void
  removeSource(): void
  /** Back to the choice of a file; what waits is dropped. */
  leave(): void
}

export const ImportContext = createContext<ImportApi | null>(null)

export function useImport(): ImportApi {
  const api = useContext(ImportContext)
  if (api === null) throw new Error('useImport needs an ImportProvider above it')
  return api
}
