import type { Command } from 'commander'
import { VaultError } from '../../core/errors.ts'
import { fieldNamed } from '../item-fields.ts'
import { print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addTotp(program: Command): void {
  openOptions(program.command('totp'))
    .argument('<item>', 'id, beginning of the id, or exact title')
    .option('--field <field>', 'which field, where an item has several')
    .description('print the one-time code of an item')
    .action(totp)
}

async function totp(path: string, item: string, flags: VaultFlags & { field?: string }): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const detail = await session.item(session.find(item))
    const field =
      flags.field === undefined ? detail.fields.find(({ kind }) => kind === 'otp') : fieldNamed(detail, flags.field)
    if (field === undefined) throw new VaultError('FIELD_NOT_FOUND')
    const answer = await session.oneTimeCode(detail.id, field.id)
    print({ json: answer, text: answer.code }, flags.json ?? false)
    if (!flags.json) process.stderr.write(`${answer.secondsLeft} s left\n`)
  })
}
