import type { Command } from 'commander'
import { openVault } from '../../vault/open-vault.ts'
import { print } from '../output.ts'
import { phraseText } from '../phrase-text.ts'
import { askNewSecret, askSecret } from '../secret-input.ts'
import { withEnvironment } from '../vault-access.ts'

type Flags = { readonly ownPassword?: boolean; readonly json?: boolean }

export function addBackup(program: Command): void {
  program
    .command('backup')
    .argument('<vault>', 'the vault file')
    .argument('<backup>', 'file to write; its .sha256 and .minisig go beside it')
    .description('export an encrypted backup under keys of its own')
    .option('--own-password', 'ask for a password for the backup; default: the master password')
    .option('--json', 'answer in JSON')
    .action(backup)
}

async function backup(path: string, target: string, flags: Flags): Promise<void> {
  const masterPassword = await askSecret('Master password')
  const backupPassword = flags.ownPassword ? await askNewSecret('Password for the backup') : undefined
  const written = await withEnvironment(async (environment) => {
    const session = await openVault(environment, { path, credential: { masterPassword }, mode: 'write' })
    try {
      return await session.exportBackup({
        target,
        masterPassword,
        ...(backupPassword === undefined ? {} : { backupPassword })
      })
    } finally {
      await session.lock()
    }
  })
  const text = [
    `Wrote ${written.items} item${written.items === 1 ? '' : 's'} to ${target}, with ${target}.sha256 and ${target}.minisig.`,
    `Public key for minisign -V: ${written.publicKey}`,
    'Recovery phrase of this backup:',
    '',
    phraseText(written.recoveryPhrase)
  ].join('\n')
  print({ json: { target, ...written }, text }, flags.json ?? false)
}
