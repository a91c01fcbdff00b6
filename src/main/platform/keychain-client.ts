import * as v from 'valibot'
import type { KeychainApi, KeychainSource } from './keychain.ts'
import { type KeychainAnswer, keychainAnswer, type KeychainQuestion } from './keychain-messages.ts'

/** The part of a child process that is needed. */
export type KeychainProcess = {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Told once, also when it never started. */
  onEnd(listener: () => void): void
  kill(): void
}

type Words = KeychainQuestion extends infer Question ? (Question extends unknown ? Omit<Question, 'id'> : never) : never
type Settle = { readonly resolve: (value: unknown) => void; readonly reject: (why: Error) => void }
type Running = { readonly child: KeychainProcess; readonly open: Map<number, Settle> }

/** It has held a device key: it stays only while more questions may follow. */
export const REST_AFTER_MS = 10_000

/** The keychain by way of a process of its own, started by the first question and ended after the last. */
export function keychainByProcess(start: () => KeychainProcess, restAfter = REST_AFTER_MS): KeychainSource {
  let running: Running | undefined
  let lastId = 0
  let rest: NodeJS.Timeout | undefined

  function run(): Running {
    const open = new Map<number, Settle>()
    const child = start()
    const mine = { child, open }
    child.onMessage((message) => {
      const answer = v.safeParse(keychainAnswer, message)
      if (answer.success) settle(open, answer.output)
      if (open.size === 0) restLater()
    })
    child.onEnd(() => end(mine))
    return mine
  }

  function end(ended: Running): void {
    if (running === ended) running = undefined
    for (const { reject } of ended.open.values()) reject(new Error('the keychain was given up'))
    ended.open.clear()
  }

  function giveUp(): void {
    clearTimeout(rest)
    const given = running
    if (given === undefined) return
    end(given)
    given.child.kill()
  }

  function restLater(): void {
    clearTimeout(rest)
    rest = setTimeout(giveUp, restAfter)
    rest.unref()
  }

  async function ask(words: Words): Promise<unknown> {
    clearTimeout(rest)
    running ??= run()
    const { child, open } = running
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      open.set(id, { resolve, reject })
      child.send({ id, ...words })
    })
  }

  const api: KeychainApi = {
    getPassword: async (service, account) => {
      const found = await ask({ ask: 'getPassword', service, account })
      return typeof found === 'string' ? found : null
    },
    setPassword: async (service, account, password) =>
      void (await ask({ ask: 'setPassword', service, account, password })),
    deletePassword: async (service, account) => (await ask({ ask: 'deletePassword', service, account })) === true
  }
  return { open: async () => api, giveUp }
}

function settle(open: Running['open'], answer: KeychainAnswer): void {
  const waiting = open.get(answer.id)
  open.delete(answer.id)
  if (answer.ok) waiting?.resolve(answer.value)
  else waiting?.reject(new Error(answer.why))
}
