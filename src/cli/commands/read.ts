import type { Command } from 'commander'
import { resolveReferences } from '../resolve-references.ts'
import { print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addRead(program: Command): void {
  openOptions(program.command('read'))
    .argument('<reference>', 'coffer://item/field')
    .description('print the value that a reference names, in the clear')
    .option('--no-newline', 'without a line end behind it')
    .action(read)
}

async function read(path: string, reference: string, flags: VaultFlags & { readonly newline: boolean }): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const value = (await resolveReferences(session, [reference])).get(reference) ?? ''
    if (flags.json === true) print({ json: { reference, value }, text: '' }, true)
    else process.stdout.write(flags.newline ? `${value}\n` : value)
  })
}
