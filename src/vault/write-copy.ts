import { basename, dirname, join } from 'node:path'
import { VaultError } from '../core/errors.ts'
import { withChanges } from '../core/vault/with-changes.ts'
import type { CopiedFile } from './attachments/copied-files.ts'
import type { Environment, Job } from './environment.ts'
import type { Chunk } from './storage/chunk-body.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'
import type { VaultStore } from './vault-store.ts'

/**
 * The whole vault as a file of its own, under its own keys, with the changes that its own file did not take and
 * the `files` that wait for it; read back
 * before it counts. It can be merged like any other copy. ALREADY_EXISTS, NO_SPACE, …
 */
export async function writeCopy(
  { fs }: Pick<Environment, 'fs'>,
  { opened, unsaved }: VaultStore,
  path: string,
  files: readonly CopiedFile[] = [],
  job?: Job
): Promise<{ readonly items: number }> {
  const { head, keys, folded, file } = opened()
  const source = {
    folded: withChanges(folded, [...unsaved.lackedBy(folded), ...files.flatMap(({ changes }) => changes)]),
    loadDetails: file.loadDetails,
    attachments: (id: string) =>
      files.find(({ attachment }) => attachment === id)?.bytes() ??
      piecesOf(unsaved.piecesLackedBy(folded), id) ??
      file.readAttachment(id)
  }
  const options = job === undefined ? {} : { onProgress: job.report, signal: job.signal }
  return writeSnapshot(fs, { path, replace: false }, head, keys, source, options)
}

/** Null when none of these is of that attachment. */
function piecesOf(kept: readonly Chunk[], id: string): AsyncIterable<Uint8Array> | null {
  const own = kept.filter(({ attachment }) => attachment === id)
  return own.length === 0 ? null : bytesOf(own)
}

async function* bytesOf(pieces: readonly Chunk[]): AsyncIterable<Uint8Array> {
  for (const { bytes } of pieces) yield bytes
}

/**
 * What could not be saved until the vault is locked goes to a copy beside it, where it is found and offered at the next
 * opening; on a disk that takes nothing, to the app's own folder. Null when neither takes it.
 */
export async function keepUnsaved(environment: Environment, store: VaultStore): Promise<string | null> {
  const { path } = store.opened().file
  const name = `${basename(path).replace(/\.coffer$/i, '')} unsaved ${timeName(environment.now())}.coffer`
  for (const folder of [dirname(path), unsavedFolder(environment)]) {
    try {
      await environment.fs.mkdir(folder)
      await writeCopy(environment, store, join(folder, name))
      return join(folder, name)
    } catch (error) {
      if (!(error instanceof VaultError)) throw error
    }
  }
  return null
}

export const unsavedFolder = ({ appFolder }: Pick<Environment, 'appFolder'>): string => join(appFolder, 'unsaved')

/** `2026-11-25 14.02.31`, UTC: a name on every system. */
const timeName = (time: number): string =>
  new Date(time).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')
