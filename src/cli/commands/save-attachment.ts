import type { Command } from 'commander'
import { resolve } from 'node:path'
import { attachmentNamed } from '../item-attachments.ts'
import { oneLine, print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addSaveAttachment(program: Command): void {
  openOptions(program.command('save-attachment'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .argument('<attachment>', 'its name')
    .argument('<file>', 'where to write it; nothing is overwritten')
    .description('write a file that is kept with an item, in the clear')
    .action(save)
}

async function save(path: string, item: string, name: string, file: string, flags: VaultFlags): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const detail = await session.item(session.find(item))
    const found = attachmentNamed(detail, name)
    // The target is the user's word alone: a name from the vault could lead anywhere.
    const target = { path: resolve(file), replace: false }
    await session.attachments.save({ item: detail.id, field: found.field }, target)
    print({ json: { ...found, file: target.path }, text: `Wrote ${oneLine(found.name)}.` }, flags.json ?? false)
  })
}
