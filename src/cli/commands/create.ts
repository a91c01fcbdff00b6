import type { Command } from 'commander'
import { basename } from 'node:path'
import { createVault } from '../../vault/create-vault.ts'
import { print } from '../output.ts'
import { phraseText } from '../phrase-text.ts'
import { askNewSecret } from '../secret-input.ts'
import { wholeNumber } from '../option-values.ts'
import { withEnvironment } from '../vault-access.ts'

type Flags = { name?: string; phrase: boolean; memory?: number; passes?: number; lanes?: number; json?: boolean }

export function addCreate(program: Command): void {
  program
    .command('create')
    .argument('<vault>', 'file to create')
    .description('create a vault; prints its recovery phrase once')
    .option('--name <name>', 'name of the vault (default: the name of the file)')
    .option('--no-phrase', 'make no recovery phrase: a lost password then means a lost vault')
    .option('--memory <MiB>', 'Argon2id memory', wholeNumber)
    .option('--passes <n>', 'Argon2id passes', wholeNumber)
    .option('--lanes <n>', 'Argon2id lanes', wholeNumber)
    .option('--json', 'answer in JSON')
    .action(create)
}

async function create(path: string, flags: Flags): Promise<void> {
  const masterPassword = await askNewSecret('New master password')
  const made = await withEnvironment(async (environment) => {
    const { session, recoveryPhrase } = await createVault(environment, {
      path,
      name: flags.name ?? basename(path).replace(/\.coffer$/, ''),
      masterPassword,
      withPhrase: flags.phrase,
      ...kdfOf(flags)
    })
    const { name, place, kdf } = session.view()
    await session.lock()
    return { name, place, kdf, recoveryPhrase }
  })
  print(
    {
      json: made,
      text: [
        `Created ${made.place}.`,
        ...(made.recoveryPhrase.length === 0
          ? ['It has no recovery phrase: if you lose the master password, nobody can open it.']
          : [
              'Recovery phrase, the only way in without the password. Write it down; it is not shown again:',
              '',
              phraseText(made.recoveryPhrase)
            ])
      ].join('\n')
    },
    flags.json ?? false
  )
}

function kdfOf(flags: Flags) {
  if (flags.memory === undefined && flags.passes === undefined && flags.lanes === undefined) return {}
  return { kdf: { memoryKiB: (flags.memory ?? 256) * 1024, passes: flags.passes ?? 3, lanes: flags.lanes ?? 4 } }
}
