import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { KeychainProcess } from '../main/platform/keychain-client.ts'

/** The same process as the window's, as a child of plain Node; it does not keep the command from ending. */
export function forkKeychain(): KeychainProcess {
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = fork(fileURLToPath(new URL('keychain-process.js', import.meta.url)), [], {
    env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc']
  })
  // A question that is open keeps the command by its timer.
  child.unref()
  child.channel?.unref()
  return {
    send: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onEnd(listener) {
      child.once('exit', listener)
      child.once('error', listener)
    },
    kill: () => void child.kill('SIGKILL')
  }
}
