import type { Command } from 'commander'
import { oneLine, print } from '../output.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'
import { withVault } from '../vault-access.ts'

export function addUnlockCheck(program: Command): void {
  openOptions(program.command('unlock-check'))
    .description('check that the password opens the vault; changes nothing')
    .action(unlockCheck)
}

async function unlockCheck(path: string, flags: VaultFlags): Promise<void> {
  await withVault(path, 'read', flags, async (session) => {
    const { name, items, kdf, readOnly, hasRecoveryPhrase, hasDeviceKey, notices } = session.view()
    print(
      {
        json: { name, items, kdf, readOnly, hasRecoveryPhrase, hasDeviceKey, notices },
        text: `${oneLine(name)}: ${items} item${items === 1 ? '' : 's'}.`
      },
      flags.json ?? false
    )
  })
}
