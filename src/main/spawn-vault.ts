import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { childEnvironment, THEIR_SCREEN } from './child-environment.ts'
import type { VaultProcess } from './vault-connection.ts'

/** By these the user's own GnuPG is found, and finds its keys, its agent and the screen on which that asks. */
const FOR_GPG = ['PATH', 'GNUPGHOME', 'APPDATA', ...THEIR_SCREEN]

export function spawnVault(args: readonly string[], isPackaged: boolean): VaultProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'vault-process.js'), [...args], {
    serviceName: 'Coffer Vault',
    env: childEnvironment(FOR_GPG),
    stdio: isPackaged ? 'ignore' : 'inherit'
  })
}
