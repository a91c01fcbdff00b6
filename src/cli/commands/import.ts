import { type Command, Option } from 'commander'
import { VaultError } from '../../core/errors.ts'
import type { ImportPreview } from '../../shared/import-views.ts'
import { makeBackup } from '../../vault/make-backup.ts'
import { nodeFs } from '../../vault/storage/vault-fs.ts'
import type { ImportRequest, Imports } from '../../vault/transfer/imports.ts'
import { IMPORT_FORMATS } from '../import-formats.ts'
import { previewText, receiptText } from '../import-text.ts'
import { collect } from '../option-values.ts'
import { print } from '../output.ts'
import { askSecret } from '../secret-input.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export type ImportFlags = VaultFlags & {
  readonly format?: string
  readonly preview?: boolean
  readonly mapping?: readonly string[]
  readonly keyFile?: string
}

export function addImport(program: Command): void {
  openOptions(program.command('import'))
    .argument('<file>', 'what another program exported')
    .description('bring in what another program exported; its own password is asked for where it has one')
    .addOption(new Option('--format <format>', 'instead of recognising the file').choices(IMPORT_FORMATS))
    .option('--preview', 'say what would come in, and change nothing')
    .option('--mapping <column=role>', 'what a column of a table is for; may be repeated', collect)
    .option('--key-file <file>', 'key file of the foreign vault')
    .action(runImport)
}

/** Reads, and brings in what was read unless it is only to be shown. */
export async function runImport(path: string, file: string, flags: ImportFlags): Promise<void> {
  const json = flags.json ?? false
  await withVault(path, flags.preview ? 'read' : 'write', flags, async (session, environment) => {
    const { imports } = session
    const preview = await readFile(imports, await requestOf(file, flags))
    const { summary } = preview
    if (flags.preview) return print({ json: summary, text: previewText(summary) }, json)
    const backup = await makeBackup(environment, session)
    const done = await imports.apply(preview.import)
    print({ json: { ...done, backup: backup.path }, text: receiptText(done, backup.path, path) }, json)
  })
}

async function requestOf(path: string, { format, mapping, keyFile }: ImportFlags): Promise<ImportRequest> {
  if (mapping === undefined) return { path, format, keyFile }
  const { readSource } = await import('../../vault/transfer/read-source.ts')
  const { importMapping } = await import('../import-mapping.ts')
  return { path, format, keyFile, mapping: importMapping((await readSource(nodeFs, path)).bytes, mapping) }
}

/** The password of the file is asked for only when the file turns out to have one. */
async function readFile(imports: Imports, request: ImportRequest): Promise<ImportPreview> {
  try {
    return await imports.read(request)
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'IMPORT_NEEDS_PASSWORD') throw error
    return imports.read({ ...request, password: await askSecret('Password of the file') })
  }
}
