import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { VaultProcess } from './vault-connection.ts'

/** What Node and the system's libraries need. The rest stays here: `NODE_OPTIONS` would load foreign code beside the keys. */
const NEEDED = ['HOME', 'USERPROFILE', 'SystemRoot', 'TMPDIR', 'TEMP', 'LANG']
/** By these the user's own GnuPG is found, and finds its keys, its agent and the screen on which that asks. */
const FOR_GPG = [
  'PATH',
  'GNUPGHOME',
  'APPDATA',
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XDG_RUNTIME_DIR',
  'DBUS_SESSION_BUS_ADDRESS'
]

export function spawnVault(args: readonly string[], isPackaged: boolean): VaultProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'vault-process.js'), [...args], {
    serviceName: 'Coffer Vault',
    env: Object.fromEntries(
      [...NEEDED, ...FOR_GPG].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))
    ),
    stdio: isPackaged ? 'ignore' : 'inherit'
  })
}
