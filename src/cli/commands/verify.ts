import type { Command } from 'commander'
import { checkSidecars } from '../../vault/storage/sidecars.ts'
import { nodeFs } from '../../vault/storage/vault-fs.ts'
import { print } from '../output.ts'
import { withVault } from '../vault-access.ts'
import { openOptions, type VaultFlags } from '../vault-options.ts'

export function addVerify(program: Command): void {
  openOptions(program.command('verify'))
    .description('authenticate every byte of a vault or backup, and check its .sha256 and .minisig where they are')
    .action(verify)
}

async function verify(path: string, flags: VaultFlags): Promise<void> {
  const sidecars = await checkSidecars(nodeFs, path)
  await withVault(path, 'read', flags, async (session) => {
    const { frames, items } = await session.verify()
    print(
      {
        json: { frames, items, ...sidecars },
        text: [
          `Whole: ${items} items in ${frames} frames, every one authentic.`,
          ...(sidecars.sha256 === 'absent' ? [] : ['SHA-256 matches.']),
          ...(sidecars.minisig === 'matches' ? ['Signature matches the key that it names.'] : [])
        ].join('\n')
      },
      flags.json ?? false
    )
  })
}
