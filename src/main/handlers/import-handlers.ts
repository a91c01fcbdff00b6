import { unlink } from 'node:fs/promises'
import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import type { ChosenFile } from '../../shared/vault-views.ts'
import type { Dialogs } from '../dialogs.ts'
import type { FileHandles } from '../file-handles.ts'
import type { PastedText } from '../pasted-text.ts'
import type { VaultClient } from '../vault-client.ts'

export type ImportParts = {
  readonly client: VaultClient
  readonly handles: FileHandles
  readonly dialogs: Pick<
    Dialogs,
    'chooseForeignFile' | 'chooseForeignFolder' | 'chooseKeyFile' | 'chooseReceiptTarget' | 'confirmRemoveSource'
  >
  readonly pasted: Pick<PastedText, 'at'>
  readonly writeReceipt: (path: string, text: string) => Promise<void>
  readonly looksLikeVault: (path: string) => Promise<boolean>
}

type Served =
  | 'import.choose'
  | 'import.chooseFolder'
  | 'import.chooseKeyFile'
  | 'import.read'
  | 'import.sketch'
  | 'import.removeSource'
  | 'import.saveReceipt'

export function importHandlers(parts: ImportParts): Handlers<Served> {
  const { client, handles, dialogs, writeReceipt } = parts
  const issued = (path: string | null): ChosenFile | null => (path === null ? null : handles.issue(path))
  /** Files that were read as an import: a page that was taken over cannot have others removed. */
  const imported = new Set<string>()
  return {
    'import.choose': async () => issued(await dialogs.chooseForeignFile()),
    'import.chooseFolder': async () => issued(await dialogs.chooseForeignFolder()),
    'import.chooseKeyFile': async () => issued(await dialogs.chooseKeyFile()),
    'import.read': async ({ file, keyFile, ...how }) => {
      const path = handles.pathOf(file)
      const text = parts.pasted.at(path)
      if (text !== null)
        return client.ask('share.readText', { text, ...(how.password === undefined ? {} : { password: how.password }) })
      const key = keyFile === undefined ? {} : { keyFile: handles.pathOf(keyFile) }
      const preview = await client.ask('import.readFile', { path, ...how, ...key })
      imported.add(path)
      return preview
    },
    'import.sketch': ({ file, mapping }) => client.ask('import.sketchFile', { path: handles.pathOf(file), mapping }),
    'import.removeSource': async ({ file }) => {
      const path = handles.pathOf(file)
      if (!imported.has(path) || (await parts.looksLikeVault(path))) throw new VaultError('BAD_REQUEST')
      if (!(await dialogs.confirmRemoveSource(path))) return false
      await removeFile(path)
      imported.delete(path)
      return true
    },
    'import.saveReceipt': async ({ text }) => {
      const path = await dialogs.chooseReceiptTarget()
      if (path === null) return null
      await writeReceipt(path, text)
      return handles.issue(path)
    }
  }
}

const CODES: Readonly<Record<string, 'NOT_FOUND' | 'PERMISSION' | 'READ_ONLY'>> = {
  ENOENT: 'NOT_FOUND',
  EACCES: 'PERMISSION',
  EPERM: 'PERMISSION',
  EROFS: 'READ_ONLY'
}

/** Overwriting first would promise what no SSD and no journal keeps: the name goes, and the page says what that means. */
async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    const errno = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
    throw new VaultError(CODES[errno] ?? 'IO', { errno }, { cause: error })
  }
}
