import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

export type Answer = { readonly ok: boolean; readonly value?: unknown; readonly code?: string }

export type VaultProcess = {
  readonly pid: number
  readonly ask: (method: string, input?: unknown) => Promise<Answer>
  /** Resolves when the event comes, or came already. */
  readonly event: (name: string) => Promise<void>
  /** What locking is: the end of the process. */
  readonly kill: () => Promise<void>
}

export function startVaultProcess(script: string, appFolder: string, workerFile: string): VaultProcess {
  const child: ChildProcess = fork(script, [appFolder, workerFile], { execArgv: [] })
  const waiting = new Map<number, (answer: Answer) => void>()
  const ended = once(child, 'exit')
  void ended.then(() => waiting.forEach((answer) => answer({ ok: false, code: 'the process ended' })))
  const happened = new Set<string>()
  const listeners = new Map<string, () => void>()
  let asked = 0

  child.on('message', (message) => {
    const { id, event, ...answer } = message as Answer & { readonly id?: number; readonly event?: string }
    if (event !== undefined) happened.add(event)
    if (event !== undefined) listeners.get(event)?.()
    if (id !== undefined) waiting.get(id)?.(answer)
  })
  return {
    pid: child.pid ?? 0,
    ask: async (method, input) =>
      new Promise((resolve) => {
        const id = ++asked
        waiting.set(id, resolve)
        child.send({ id, method, ...(input === undefined ? {} : { input }) })
      }),
    event: async (name) => new Promise((resolve) => (happened.has(name) ? resolve() : listeners.set(name, resolve))),
    async kill() {
      child.kill('SIGKILL')
      await ended
    }
  }
}
