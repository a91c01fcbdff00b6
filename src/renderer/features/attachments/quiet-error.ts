import { errorCode } from '../../error-text.ts'

/** What needs no words: the user gave it up, or the vault locked and the screen with it. */
export function unlessQuiet(onError: (error: unknown) => void): (error: unknown) => void {
  return (error) => {
    const code = errorCode(error)
    if (code !== 'CANCELLED' && code !== 'LOCKED') onError(error)
  }
}
