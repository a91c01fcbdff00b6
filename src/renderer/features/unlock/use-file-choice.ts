import { useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call, takeDropped } from '../../api.ts'

export type FileChoice = {
  readonly choose: () => void
  readonly drop: (file: File) => void
  /** What was thrown, or that what was dropped is no vault file. */
  readonly error: unknown
}

/** Another vault file: by main's dialog, or dropped on the window. */
export function useFileChoice(onFile: (file: ChosenFile) => void): FileChoice {
  const [error, setError] = useState<unknown>(null)
  const take = (chosen: Promise<ChosenFile | null>, none: unknown): void => {
    setError(null)
    chosen.then((file) => (file === null ? setError(none) : onFile(file)), setError)
  }
  return {
    choose: () => take(call('vault.chooseFile', undefined), null),
    drop: (file) => take(takeDropped(file), 'notDropped'),
    error
  }
}
