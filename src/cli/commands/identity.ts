import type { Command } from 'commander'
import { print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addIdentity(program: Command): void {
  openOptions(program.command('identity'))
    .description("print the vault's age key, for others to share with; made the first time")
    .action(identity)
}

async function identity(path: string, flags: VaultFlags): Promise<void> {
  await withVault(path, 'write', flags, async (session) => {
    const own = await session.ownKey()
    const text = `${own.key}\n\nRead these words to whoever got the key; they see the same:\n${own.words.join(' ')}`
    print({ json: own, text }, flags.json ?? false)
  })
}
