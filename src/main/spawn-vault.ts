import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { VaultProcess } from './vault-connection.ts'

/** What Node and the system's libraries need. The rest stays here: `NODE_OPTIONS` would load foreign code beside the keys. */
const NEEDED = ['HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'LANG']

export function spawnVault(args: readonly string[], isPackaged: boolean): VaultProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'vault-process.js'), [...args], {
    serviceName: 'Coffer Vault',
    env: Object.fromEntries(
      NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
    ),
    stdio: isPackaged ? 'ignore' : 'inherit'
  })
}
