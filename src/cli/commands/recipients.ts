import type { Command } from 'commander'
import { oneLine, print } from '../output.ts'
import { UsageError } from '../usage-error.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

type Flags = VaultFlags & { readonly add?: string; readonly name?: string; readonly remove?: string }

export function addRecipients(program: Command): void {
  openOptions(program.command('recipients'))
    .description('the keys of others that the vault keeps, with the words by which people compare them')
    .option('--add <key>', 'keep this age key (age1…); needs --name')
    .option('--name <name>', 'whose key it is')
    .option('--remove <name>', 'no longer keep the key of this name')
    .action(recipients)
}

async function recipients(path: string, flags: Flags): Promise<void> {
  const { add, name, remove } = flags
  if ((add === undefined) !== (name === undefined)) throw new UsageError('--add and --name belong together.')
  const changes = add !== undefined || remove !== undefined
  await withVault(path, changes ? 'write' : 'read', flags, async (session) => {
    if (remove !== undefined) {
      const found = session.recipients().filter((each) => each.name === remove || each.key === remove)
      if (found.length !== 1) throw new UsageError(`${found.length} keys have that name.`)
      for (const { id } of found) await session.dropRecipient(id)
    }
    if (add !== undefined && name !== undefined) await session.keepRecipient(name, add)
    const all = session.recipients()
    const lines = all.map((each) => `${oneLine(each.name)}\n  ${oneLine(each.key)}\n  ${each.words.join(' ')}`)
    print({ json: all, text: lines.join('\n') }, flags.json ?? false)
  })
}
