import type { Command } from 'commander'
import { recoverVault } from '../../vault/recover-vault.ts'
import { print } from '../output.ts'
import { askNewSecret, askSecret } from '../secret-input.ts'
import { withEnvironment } from '../vault-access.ts'
import { changedText } from './passwd.ts'

export function addRecover(program: Command): void {
  program
    .command('recover')
    .argument('<vault>', 'the vault file')
    .description('unlock with the recovery phrase and set a new master password')
    .option('--accept-older', 'go on from a file that is older than the one last seen on this computer')
    .option('--json', 'answer in JSON')
    .action(recover)
}

async function recover(path: string, flags: { acceptOlder?: boolean; json?: boolean }): Promise<void> {
  const phrase = await askSecret('Recovery phrase')
  const newMasterPassword = await askNewSecret('New master password')
  const recoveryPhrase = await withEnvironment(async (environment) => {
    const recovered = await recoverVault(environment, {
      path,
      phrase,
      newMasterPassword,
      acceptOlder: flags.acceptOlder
    })
    await recovered.session.lock()
    return recovered.recoveryPhrase
  })
  print({ json: { recoveryPhrase }, text: changedText(recoveryPhrase) }, flags.json ?? false)
}
