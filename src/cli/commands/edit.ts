import type { Command } from 'commander'
import { editFrom, type ChangeFlags } from '../item-changes.ts'
import { collect } from '../option-values.ts'
import { oneLine, print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addEdit(program: Command): void {
  openOptions(program.command('edit'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .description('change an item; older values stay in its history')
    .option('--title <title>', 'a new title')
    .option('--set <field=value>', 'an open field; may be repeated', collect)
    .option('--secret <field>', 'ask for a concealed field; may be repeated', collect)
    .option('--generate [field]', 'generate a concealed field (default: password)')
    .option('--rotate <field=days>', 'remind to change a secret every so many days; never: no more', collect)
    .option('--remind <field=on|off>', 'remind before this date comes; the field expires does by itself', collect)
    .option('--remove <field>', 'remove a field; may be repeated', collect)
    .option('--tag <tag>', 'add a tag; may be repeated', collect)
    .option('--untag <tag>', 'remove a tag; may be repeated', collect)
    .option('--favorite', 'make it a favourite')
    .option('--no-favorite', 'no longer a favourite')
    .action(edit)
}

async function edit(path: string, item: string, flags: VaultFlags & ChangeFlags): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const before = await session.item(session.find(item))
    const after = await session.edit(before.id, before.revision, await editFrom(flags, before))
    print({ json: after, text: `Saved ${oneLine(after.title)}.` }, flags.json ?? false)
  })
}
