import { homedir, platform } from 'node:os'
import { join } from 'node:path'

/** Where the desktop app keeps its own data too, so that both know the same freshness marks. */
export function appFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const chosen = environment['COFFER_APP_FOLDER']
  if (chosen) return chosen
  if (platform() === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Coffer')
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Coffer')
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Coffer')
}
