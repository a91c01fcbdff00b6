import { describe, expect, test } from 'vitest'
import { createKeychain } from './keychain.ts'
import { keychainByProcess, type KeychainProcess } from './keychain-client.ts'

type Asked = { readonly id: number; readonly ask: string; readonly account: string; readonly password?: string }

/** Processes that keep entries between them; one that hangs hears everything and says nothing. */
function processes() {
  const entries = new Map<string, string>()
  const state = { started: 0, killed: 0, hangs: false }
  const start = (): KeychainProcess => {
    state.started += 1
    let say: (message: unknown) => void = () => {}
    let end = (): void => {}
    return {
      send(message) {
        if (state.hangs) return
        const { id, ask, account, password = '' } = message as Asked
        const found = entries.get(account) ?? null
        if (ask === 'setPassword') entries.set(account, password)
        if (ask === 'deletePassword') entries.delete(account)
        queueMicrotask(() => say({ id, ok: true, value: ask === 'getPassword' ? found : null }))
      },
      onMessage: (listener) => void (say = listener),
      onEnd: (listener) => void (end = listener),
      kill() {
        state.killed += 1
        end()
      }
    }
  }
  return { state, start }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('the process that asks the keychain', () => {
  test('answers several questions, and ends when no more come', async () => {
    const { state, start } = processes()
    const keychain = createKeychain(keychainByProcess(start, 20))
    await keychain.keep('Coffer', 'a', 'secret')
    expect(await keychain.lookUp('Coffer', 'a')).toEqual({ found: 'secret' })
    expect(state).toMatchObject({ started: 1, killed: 0 })
    await sleep(60)
    expect(state).toMatchObject({ started: 1, killed: 1 })
    expect(await keychain.lookUp('Coffer', 'a')).toEqual({ found: 'secret' })
    expect(state.started).toBe(2)
  })

  test('is killed where it hangs, and the next question has a new one', async () => {
    const { state, start } = processes()
    const keychain = createKeychain(keychainByProcess(start), 30)
    state.hangs = true
    const all = ['a', 'b', 'c', 'd', 'e'].map((account) => keychain.lookUp('Coffer', account))
    expect(await Promise.all(all)).toEqual(all.map(() => ({ error: 'KEYCHAIN_UNAVAILABLE' })))
    expect(state).toMatchObject({ started: 1, killed: 1 })
    state.hangs = false
    await keychain.keep('Coffer', 'a', 'secret')
    expect(state.started).toBe(2)
  })

  test('does not outlive the app, whose open questions fail', async () => {
    const { state, start } = processes()
    const keychain = createKeychain(keychainByProcess(start))
    state.hangs = true
    const asked = keychain.lookUp('Coffer', 'a')
    await sleep(0)
    keychain.rest()
    expect(await asked).toEqual({ error: 'KEYCHAIN_UNAVAILABLE' })
    expect(state.killed).toBe(1)
  })

  test('that cannot be started, or says nonsense, is an error and no absence', async () => {
    const none = createKeychain(
      keychainByProcess(() => {
        throw new Error('no more processes')
      })
    )
    expect(await none.lookUp('Coffer', 'a')).toEqual({ error: 'KEYCHAIN_UNAVAILABLE' })
    const nonsense = createKeychain(
      keychainByProcess(() => {
        let say: (message: unknown) => void = () => {}
        const onMessage = (listener: (message: unknown) => void) => void (say = listener)
        return { send: () => say({ id: 1, ok: true, value: { found: true } }), onMessage, onEnd() {}, kill() {} }
      }),
      30
    )
    expect(await nonsense.lookUp('Coffer', 'a')).toEqual({ error: 'KEYCHAIN_UNAVAILABLE' })
  })
})
