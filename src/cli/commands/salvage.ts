import type { Command } from 'commander'
import { salvageVault } from '../../vault/salvage-vault.ts'
import { print } from '../output.ts'
import { askSecret } from '../secret-input.ts'
import { withEnvironment } from '../vault-access.ts'
import { EXIT } from '../exit-code.ts'

export function addSalvage(program: Command): void {
  program
    .command('salvage')
    .argument('<vault>', 'the damaged vault; it is not touched')
    .argument('<target>', 'new file for everything that still authenticates')
    .description('rescue what can be read from a damaged vault')
    .option('--recovery-phrase', 'unlock with the recovery phrase')
    .option('--json', 'answer in JSON')
    .action(salvage)
}

async function salvage(
  path: string,
  target: string,
  flags: { recoveryPhrase?: boolean; json?: boolean }
): Promise<void> {
  const credential = flags.recoveryPhrase
    ? { recoveryPhrase: await askSecret('Recovery phrase') }
    : { masterPassword: await askSecret('Master password') }
  const report = await withEnvironment((environment) => salvageVault(environment, { path, target, credential }))
  const { items, lostFrames, lostBytes, missingSince, unread } = report
  const lost = lostFrames === 0 ? 'Nothing was lost.' : `Lost: ${lostFrames} frames, ${lostBytes} bytes.`
  const text = [
    `Wrote ${items} items to ${target}. ${lost}`,
    ...(unread === 0
      ? []
      : [`The last ${unread} bytes were not looked through: they begin with more zeros than any vault holds.`]),
    ...(missingSince === null
      ? []
      : [
          `It is older than the vault last seen here: saves since ${new Date(missingSince).toISOString()} are not in it.`
        ])
  ].join('\n')
  print({ json: { target, ...report }, text }, flags.json ?? false)
  if (lostFrames > 0 || unread > 0) process.exitCode = EXIT.damaged
}
