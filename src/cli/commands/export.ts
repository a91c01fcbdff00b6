import { type Command, Option } from 'commander'
import { LOSS_SENTENCES } from '../../shared/english-losses.ts'
import { type ExportFormat, exportFormat, type ExportOutcome, type ExportSeal } from '../../shared/export-views.ts'
import { openVault } from '../../vault/open-vault.ts'
import { collect } from '../option-values.ts'
import { oneLine, print } from '../output.ts'
import { askNewSecret, askSecret } from '../secret-input.ts'
import { UsageError } from '../usage-error.ts'
import { withEnvironment } from '../vault-access.ts'

type Flags = {
  readonly format: ExportFormat
  readonly to: string
  readonly recipient?: readonly string[]
  readonly armor?: boolean
  readonly json?: boolean
}

export function addExport(program: Command): void {
  program
    .command('export')
    .argument('<vault>', 'the vault file')
    .description('write the items for other programs, and say what the format cannot carry')
    .addOption(new Option('--format <format>', 'of the file').choices(exportFormat.options).makeOptionMandatory())
    .requiredOption('--to <file>', 'file to write; one that exists is left alone')
    .option(
      '--recipient <key>',
      'age: for the holder of this key (age1…) instead of a passphrase; may be repeated',
      collect
    )
    .option('--armor', 'age: as lines of text')
    .option('--json', 'answer in JSON')
    .action(exportItems)
}

async function exportItems(path: string, flags: Flags): Promise<void> {
  const { format, to: target } = flags
  if (format !== 'age' && (flags.recipient !== undefined || flags.armor === true))
    throw new UsageError('--recipient and --armor belong to --format age.')
  const masterPassword = await askSecret('Master password')
  const seal = await sealFrom(flags)
  const outcome = await withEnvironment(async (environment) => {
    const session = await openVault(environment, { path, credential: { masterPassword }, mode: 'read' })
    try {
      return await session.exportItems({ target, format, seal, masterPassword })
    } finally {
      await session.lock()
    }
  })
  print({ json: { target, format, ...outcome }, text: outcomeText(flags, outcome) }, flags.json ?? false)
}

const SEALED: ReadonlySet<ExportFormat> = new Set(['age', 'bitwarden-sealed', 'kdbx'])

async function sealFrom({ format, recipient, armor }: Flags): Promise<ExportSeal> {
  const asText = armor === true ? { armor } : {}
  if (recipient !== undefined) return { recipients: [...recipient], ...asText }
  return SEALED.has(format) ? { password: await askNewSecret('Password for the file'), ...asText } : {}
}

function outcomeText({ to, format }: Flags, { items, losses, damaged }: ExportOutcome): string {
  const unsealed = SEALED.has(format)
    ? []
    : ['The file is not encrypted: whoever can read it has every password in it.']
  return [
    `Wrote ${items} item${items === 1 ? '' : 's'} to ${to}.`,
    ...unsealed,
    ...damaged.map(({ item, attachment }) => `Damaged and left out: ${oneLine(attachment)} of ${oneLine(item)}.`),
    ...(losses.length === 0 ? ['Nothing is lost.'] : losses.map(({ what, count }) => LOSS_SENTENCES[what](count)))
  ].join('\n')
}
