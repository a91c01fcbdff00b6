import type { VaultProcess } from '../vault-connection.ts'

export type Sent = { readonly id: number; readonly method: string; readonly input: unknown }
export type FakeProcess = VaultProcess & {
  readonly sent: Sent[]
  /** The process says something. */
  say(message: unknown): void
  answer(value: unknown): void
  refuse(code: string): void
  exit(): void
  killed(): boolean
}

/** A vault process that answers when the test says so. A `stubborn` one does not end when it is killed. */
export function fakeProcess({ stubborn = false, pid = 1 } = {}): FakeProcess {
  const sent: Sent[] = []
  let onMessage: (message: unknown) => void = () => {}
  let onExit: () => void = () => {}
  let killed = false
  const last = (): number => sent.at(-1)?.id ?? 0
  return {
    pid,
    sent,
    postMessage: (message) => void sent.push(message as Sent),
    on: (_event, listener) => {
      onMessage = listener
    },
    once: (_event, listener) => {
      onExit = listener
    },
    kill() {
      killed = true
      if (!stubborn) queueMicrotask(onExit)
      return true
    },
    say: (message) => onMessage(message),
    answer: (value) => onMessage({ id: last(), ok: true, value }),
    refuse: (code) => onMessage({ id: last(), ok: false, code, detail: {} }),
    exit: () => onExit(),
    killed: () => killed
  }
}

/** Lets promises that are ready run on. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
