import type { Command } from 'commander'
import { oneLine, print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

/** Trash, and the way back. */
export function addTrash(program: Command): void {
  openOptions(program.command('trash'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .description('move an item to the trash; restore-item brings it back')
    .action((path: string, item: string, flags: VaultFlags) => move(path, item, flags, 'trash'))
}

export function addRestoreItem(program: Command): void {
  openOptions(program.command('restore-item'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .description('bring an item back from the trash')
    .action((path: string, item: string, flags: VaultFlags) => move(path, item, flags, 'restore'))
}

async function move(path: string, item: string, flags: VaultFlags, to: 'trash' | 'restore'): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const { id, title } = await session.item(session.find(item))
    await session[to]([id])
    const text = to === 'trash' ? `Moved ${oneLine(title)} to the trash.` : `Restored ${oneLine(title)}.`
    print({ json: { id, title, [to === 'trash' ? 'trashed' : 'restored']: true }, text }, flags.json ?? false)
  })
}
