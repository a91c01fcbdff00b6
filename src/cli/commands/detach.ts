import type { Command } from 'commander'
import { attachmentNamed } from '../item-attachments.ts'
import { oneLine, print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addDetach(program: Command): void {
  openOptions(program.command('detach'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .argument('<attachment>', 'its name')
    .description('remove a file from an item')
    .action(detach)
}

async function detach(path: string, item: string, name: string, flags: VaultFlags): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const detail = await session.item(session.find(item))
    const found = attachmentNamed(detail, name)
    await session.attachments.remove({ item: detail.id, field: found.field })
    print({ json: found, text: `Removed ${oneLine(found.name)}.` }, flags.json ?? false)
  })
}
