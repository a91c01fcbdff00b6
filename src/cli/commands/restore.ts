import type { Command } from 'commander'
import { restoreBackup } from '../../vault/restore-backup.ts'
import { print } from '../output.ts'
import { askSecret } from '../secret-input.ts'
import { withEnvironment } from '../vault-access.ts'

export function addRestore(program: Command): void {
  program
    .command('restore')
    .argument('<backup>', 'the backup file')
    .argument('<vault>', 'where to put it; a vault that is there is kept beside it')
    .description('check a backup through and put it in place of a vault')
    .option('--json', 'answer in JSON')
    .action(restore)
}

async function restore(backup: string, target: string, flags: { json?: boolean }): Promise<void> {
  const password = await askSecret('Password of the backup')
  const done = await withEnvironment(async (environment) => {
    const { session, keptAs, missingSince } = await restoreBackup(environment, { backup, target, password })
    const { items } = session.view()
    await session.lock()
    return { items, keptAs, missingSince }
  })
  const text = [
    `Restored ${done.items} items to ${target}.`,
    ...(done.missingSince === null ? [] : [`Saves since ${new Date(done.missingSince).toISOString()} are not in it.`]),
    ...(done.keptAs === null ? [] : [`The vault that was there is kept as ${done.keptAs}.`])
  ].join('\n')
  print({ json: { target, ...done }, text }, flags.json ?? false)
}
