import { VaultError } from '../../core/errors.ts'
import { randomUuid } from '../../core/random.ts'
import { utf8Bytes } from '../../core/vault/text.ts'
import type { CsvSketch, ImportDone, ImportPreview } from '../../shared/import-views.ts'
import type { Environment } from '../environment.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { ageIdentity } from '../share/age-identity.ts'
import { type PreparedImport, prepareImport, type SaveImport, type Undoable } from './apply/import-into.ts'
import { type CsvMapping, mappedCsv } from './csv/any-csv.ts'
import { sketchCsv } from './csv/sketch-csv.ts'
import type { ImportSecrets, ImportSource } from './importer.ts'
import { importerOf } from './recognise.ts'
import { type ReadOptions, readImport } from './read-import.ts'
import { readKeyFile, readSource } from './read-source.ts'

export type ImportRequest = {
  readonly path: string
  /** What is to be read instead of a file: sealed lines that came as text. */
  readonly text?: string | undefined
  readonly password?: string | undefined
  readonly keyFile?: string | undefined
  /** The name of a format, instead of recognising it. */
  readonly format?: string | undefined
  /** What the columns of a table are for. */
  readonly mapping?: CsvMapping | undefined
}

/** Foreign files on their way into the open vault: one at a time waits for its approval, in memory alone. */
export type Imports = {
  /** Reads and compares; changes nothing. What waited before is dropped. */
  read(request: ImportRequest): Promise<ImportPreview>
  sketch(path: string, mapping: CsvMapping | null): Promise<CsvSketch>
  /** One save. BAD_REQUEST when this is not what waits; STALE, READ_ONLY, NO_SPACE: nothing came in. */
  apply(id: string): Promise<ImportDone>
  /** Takes back what `apply` of this import did, as one save. BAD_REQUEST when another one came after it. */
  undo(id: string): Promise<void>
  drop(id: string): void
}

export type ImportInto = {
  readonly opened: () => OpenedVault
  readonly save: SaveImport
  /** Takes back the last step of all if that was an import. */
  readonly undoLast: () => Promise<boolean>
}

export function createImports(environment: Environment, { opened, save, undoLast }: ImportInto): Imports {
  let waiting: { readonly id: string; readonly prepared: PreparedImport } | null = null
  let done: { readonly id: string; readonly step: Undoable } | null = null
  return {
    read: (request) =>
      environment.runJob('import', async (job) => {
        waiting = null
        const vault = opened()
        const read = await readImport(await sourceOf(environment, request), {
          ...job,
          ...(await optionsOf(environment, request, ageIdentity(vault)))
        })
        const prepared = await prepareImport(vault, read, job)
        const id = randomUuid().replaceAll('-', '')
        waiting = { id, prepared }
        return { import: id, summary: prepared.summary }
      }),
    sketch: (path, mapping) =>
      environment.runJob('import', async ({ signal }) => {
        const { bytes } = await readSource(environment.fs, path)
        return sketchCsv(bytes, mapping, signal)
      }),
    async apply(id) {
      if (waiting?.id !== id) throw new VaultError('BAD_REQUEST')
      const { prepared } = waiting
      const step = await prepared.save(save)
      waiting = null
      done = { id, step }
      return { import: id, at: environment.now(), summary: prepared.summary }
    },
    async undo(id) {
      if (done?.id !== id) throw new VaultError('BAD_REQUEST')
      // Something was done since: the way back is then a step of its own.
      if (!(await undoLast())) await done.step.takeBack(opened(), save)
      done = null
    },
    drop(id) {
      if (waiting?.id === id) waiting = null
    }
  }
}

async function sourceOf({ fs }: Environment, { path, text }: ImportRequest): Promise<ImportSource> {
  return text === undefined ? readSource(fs, path) : { name: '', bytes: utf8Bytes(text) }
}

async function optionsOf({ fs }: Environment, request: ImportRequest, identity: string | null): Promise<ReadOptions> {
  const { password, keyFile, format, mapping } = request
  const secrets: ImportSecrets = {
    ...(identity === null ? {} : { identity }),
    ...(password === undefined ? {} : { password }),
    ...(keyFile === undefined ? {} : { keyFile: await readKeyFile(fs, keyFile) })
  }
  if (mapping !== undefined) return { secrets, importer: mappedCsv(mapping) }
  return format === undefined ? { secrets } : { secrets, importer: importerOf(format) }
}
