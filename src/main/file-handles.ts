import { randomBytes } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { VaultError } from '../core/errors.ts'
import type { ChosenFile } from '../shared/vault-views.ts'

export type FileHandles = {
  /** The same path has the same handle for as long as the app runs. */
  issue(path: string): ChosenFile
  /** NOT_FOUND for a handle that this run of the app has not issued. */
  pathOf(handle: string): string
}

/** The page names files by these and never by path: it cannot ask for one that the user did not choose. */
export function createFileHandles(): FileHandles {
  const paths = new Map<string, string>()
  const handles = new Map<string, string>()
  return {
    issue(path) {
      const handle = handles.get(path) ?? randomBytes(16).toString('hex')
      handles.set(path, handle)
      paths.set(handle, path)
      return { handle, name: basename(path), folder: dirname(path) }
    },
    pathOf(handle) {
      const path = paths.get(handle)
      if (path === undefined) throw new VaultError('NOT_FOUND')
      return path
    }
  }
}
