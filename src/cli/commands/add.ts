import type { Command } from 'commander'
import { emptyField } from '../../vault/item-templates.ts'
import { editFrom, type ChangeFlags } from '../item-changes.ts'
import { collect } from '../option-values.ts'
import { oneLine, print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags &
  ChangeFlags & {
    readonly type: string
    readonly title: string
    readonly username?: string
    readonly url?: readonly string[]
    readonly note?: string
  }

export function addAdd(program: Command): void {
  openOptions(program.command('add'))
    .description('add an item; concealed values are asked for')
    .requiredOption('--title <title>', 'title of the item')
    .option(
      '--type <type>',
      'login, note, card, identity, api, database, server, ssh-key, …, or the name of one of your own',
      'login'
    )
    .option('--username <name>', 'short for --set username=…')
    .option('--url <address>', 'short for --set url=…', collect)
    .option('--note <text>', 'short for --set notes=…')
    .option('--set <field=value>', 'an open field; may be repeated', collect)
    .option('--secret <field>', 'ask for a concealed field; may be repeated', collect)
    .option('--generate [field]', 'generate a concealed field (default: password)')
    .option('--rotate <field=days>', 'remind to change a secret every so many days; never: no more', collect)
    .option('--remind <field=on|off>', 'remind before this date comes; the field expires does by itself', collect)
    .option('--tag <tag>', 'tag; may be repeated', collect)
    .option('--favorite', 'make it a favourite')
    .action(add)
}

async function add(path: string, flags: Flags): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const template = session.templates().find(({ type, name }) => type === flags.type || name === flags.type)
    const type = template?.type ?? flags.type
    const shape = { fields: (template?.fields ?? []).map(emptyField), tags: [] }
    const detail = await session.create(type, await editFrom({ ...flags, set: assignments(flags) }, shape))
    print({ json: detail, text: `Added ${oneLine(detail.title)} (${detail.id.slice(0, 8)}).` }, flags.json ?? false)
  })
}

function assignments(flags: Flags): readonly string[] {
  return [
    ...(flags.username === undefined ? [] : [`username=${flags.username}`]),
    ...(flags.url ?? []).map((address, index) => `${index === 0 ? 'url' : `url-${index + 1}`}=${address}`),
    ...(flags.note === undefined ? [] : [`notes=${flags.note}`]),
    ...(flags.set ?? [])
  ]
}
