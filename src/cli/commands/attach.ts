import type { Command } from 'commander'
import { oneLine, print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & { readonly name?: string }

export function addAttach(program: Command): void {
  openOptions(program.command('attach'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .argument('<file>', 'the file to keep with the item')
    .option('--name <name>', 'what to call it (default: the name of the file)')
    .description('keep a file with an item')
    .action(attach)
}

async function attach(path: string, item: string, file: string, flags: Flags): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const added = await session.attachments.add(session.find(item), file, flags.name)
    print({ json: added, text: `Attached ${oneLine(added.name)}.` }, flags.json ?? false)
  })
}
