import { join } from 'node:path'
import { utilityProcess } from 'electron'
import { childEnvironment, THEIR_SCREEN } from './child-environment.ts'
import type { KeychainProcess } from './platform/keychain-client.ts'

/** Where a desktop says which keychain is its own, and by what it starts a bus that is not running yet. */
const FOR_KEYCHAIN = ['PATH', 'XDG_CURRENT_DESKTOP', 'XDG_DATA_DIRS', 'XDG_DATA_HOME', ...THEIR_SCREEN]

export function spawnKeychain(): KeychainProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, 'keychain-process.js'), [], {
    serviceName: 'Coffer Keychain',
    env: childEnvironment(FOR_KEYCHAIN),
    stdio: 'ignore'
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.once('exit', listener),
    // A thread of it hangs in the system's library: it would not end by itself.
    kill: () => void (child.pid === undefined ? child.kill() : process.kill(child.pid, 'SIGKILL'))
  }
}
