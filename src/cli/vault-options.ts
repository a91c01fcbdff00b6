import type { Command } from 'commander'
import type { OpenFlags } from './vault-access.ts'

export type VaultFlags = OpenFlags & { readonly json?: boolean }

/** What every command has that opens a vault. */
export function openOptions(command: Command): Command {
  return command
    .argument('<vault>', 'the vault file')
    .option('--recovery-phrase', 'unlock with the recovery phrase instead of the master password')
    .option('--device-key', 'ask for the printed device key instead of looking in the keychain')
    .option('--accept-older', 'open a file that is older than the one last seen on this computer')
    .option('--json', 'answer in JSON')
}
