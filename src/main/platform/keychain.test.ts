import { describe, expect, test } from 'vitest'
import { createKeychain, type KeychainApi } from './keychain.ts'

function memory(entries = new Map<string, string>()): KeychainApi {
  const name = (service: string, account: string) => `${service}\n${account}`
  return {
    getPassword: async (service, account) => entries.get(name(service, account)) ?? null,
    setPassword: async (service, account, password) => void entries.set(name(service, account), password),
    deletePassword: async (service, account) => entries.delete(name(service, account))
  }
}

const never = <Value>(): Promise<Value> => new Promise(() => {})
const from = (open: () => Promise<KeychainApi>) => ({ open, giveUp() {} })
const keychain = (api: Partial<KeychainApi> = {}) =>
  createKeychain(
    from(async () => ({ ...memory(), ...api })),
    50
  )

describe('a lookup in the keychain', () => {
  test('finds, or finds nothing', async () => {
    const entries = new Map([['Coffer\na', 'secret']])
    const found = createKeychain(from(async () => memory(entries)))
    expect(await found.lookUp('Coffer', 'a')).toEqual({ found: 'secret' })
    expect(await found.lookUp('Coffer', 'b')).toEqual({ absent: true })
  })

  test('is an error, and never an absence, where nobody answers', async () => {
    const answers = {
      'a dead daemon': keychain({ getPassword: never }),
      'no bus': keychain({ getPassword: () => Promise.reject(new Error('Cannot autolaunch D-Bus without X11')) }),
      'no module': createKeychain(
        from(() => Promise.reject(new Error("Cannot find package 'keytar'"))),
        50
      )
    }
    for (const [why, asked] of Object.entries(answers))
      expect(await asked.lookUp('Coffer', 'a'), why).toEqual({ error: 'KEYCHAIN_UNAVAILABLE' })
    const locked = keychain({ getPassword: () => Promise.reject(new Error('The collection is locked')) })
    expect(await locked.lookUp('Coffer', 'a')).toEqual({ error: 'KEYCHAIN_LOCKED' })
    const silent = keychain({
      setPassword: () => Promise.reject(new Error('Cannot create an item in a locked collection'))
    })
    expect(await silent.lookUp('Coffer', 'a')).toEqual({ error: 'KEYCHAIN_LOCKED' })
  })
})

describe('keeping a value', () => {
  test('is done when it was read back', async () => {
    const entries = new Map<string, string>()
    await createKeychain(from(async () => memory(entries))).keep('Coffer', 'a', 'secret')
    expect(entries.get('Coffer\na')).toBe('secret')
  })

  test('fails where it cannot be read back', async () => {
    const forgetful = keychain({ setPassword: async () => {} })
    await expect(forgetful.keep('Coffer', 'a', 'secret')).rejects.toThrow('KEYCHAIN_UNAVAILABLE')
    await expect(forgetful.probe()).rejects.toThrow('KEYCHAIN_UNAVAILABLE')
  })

  test('is tried with a probe that leaves nothing behind', async () => {
    const entries = new Map<string, string>()
    await createKeychain(from(async () => memory(entries))).probe()
    expect(entries.size).toBe(0)
  })

  test('says no more of a failure than its code', async () => {
    const failing = keychain({ setPassword: () => Promise.reject(new Error('could not store "secret"')) })
    await expect(failing.keep('Coffer', 'a', 'secret')).rejects.toMatchObject({
      message: 'KEYCHAIN_UNAVAILABLE',
      detail: {}
    })
  })
})
