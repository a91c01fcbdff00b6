import type { Command } from 'commander'
import { print } from '../output.ts'
import { phraseText } from '../phrase-text.ts'
import { askNewSecret, askSecret } from '../secret-input.ts'
import { openVault } from '../../vault/open-vault.ts'
import { withEnvironment } from '../vault-access.ts'

type Flags = { readonly keepPhrase?: boolean; readonly json?: boolean }

export function addPasswd(program: Command): void {
  program
    .command('passwd')
    .argument('<vault>', 'the vault file')
    .description('change the master password; everything is sealed under a new key')
    .option('--keep-phrase', 'keep the recovery phrase, typed again, instead of making a new one')
    .option('--json', 'answer in JSON')
    .action(passwd)
}

async function passwd(path: string, flags: Flags): Promise<void> {
  const current = await askSecret('Master password')
  const next = await askNewSecret('New master password')
  const keepPhrase = flags.keepPhrase ? await askSecret('Recovery phrase') : undefined
  const recoveryPhrase = await withEnvironment(async (environment) => {
    const session = await openVault(environment, { path, credential: { masterPassword: current }, mode: 'write' })
    try {
      const request = { current, next, ...(keepPhrase === undefined ? {} : { keepPhrase }) }
      return (await session.changeMasterPassword(request)).recoveryPhrase
    } finally {
      await session.lock()
    }
  })
  print({ json: { recoveryPhrase }, text: changedText(recoveryPhrase) }, flags.json ?? false)
}

export function changedText(recoveryPhrase: readonly string[] | null): string {
  if (recoveryPhrase === null) return 'The master password is changed; the recovery phrase stays.'
  return `The master password is changed. New recovery phrase; the old one no longer opens this vault:\n\n${phraseText(recoveryPhrase)}`
}
