import { VaultError } from '../core/errors.ts'
import type { ChosenFile } from '../shared/vault-views.ts'
import type { FileHandles } from './file-handles.ts'

const SEALED = /-----BEGIN AGE ENCRYPTED FILE-----\r?\n[A-Za-z0-9+/=\r\n]+-----END AGE ENCRYPTED FILE-----/
const MAX_TEXT = 2 ** 20

/** What somebody shared as text: it is read like a file that was chosen, and is in none. */
export type PastedText = {
  /** The sealed lines in a text, whatever stands around them. IMPORT_UNKNOWN_FORMAT when there are none. */
  take(clipboard: string, name: string): ChosenFile
  /** Null for a path that is really one. */
  at(path: string): string | null
}

export function createPastedText(handles: FileHandles): PastedText {
  let held: { readonly path: string; readonly text: string } | null = null
  let count = 0
  return {
    take(clipboard, name) {
      const text = clipboard.length > MAX_TEXT ? undefined : SEALED.exec(clipboard)?.[0]
      if (text === undefined) throw new VaultError('IMPORT_UNKNOWN_FORMAT')
      // No file system has a file of this name: a NUL ends names.
      const path = `\0pasted ${++count}`
      held = { path, text }
      return { ...handles.issue(path), name, folder: '' }
    },
    at: (path) => (held?.path === path ? held.text : null)
  }
}
