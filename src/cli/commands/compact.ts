import type { Command } from 'commander'
import { print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addCompact(program: Command): void {
  openOptions(program.command('compact'))
    .description('write the vault anew without what it has outlived; every item and its history stay')
    .action(compact)
}

async function compact(path: string, flags: VaultFlags): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const { before, after } = await session.compact()
    print({ json: { before, after }, text: `Compacted from ${before} to ${after} bytes.` }, flags.json ?? false)
  })
}
