import { describe, expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import type { Handlers, ServedBy } from '../../shared/api.ts'
import { contract } from '../../shared/contract.ts'
import { failure, success } from '../../shared/result.ts'
import { DEFAULT_SETTINGS } from '../../shared/settings.ts'
import { createRouter } from './router.ts'
import type { Sender } from './trusted-frame.ts'

const KEY = `${'A'.repeat(43)}=`
const SENDER: Sender = { sender: { id: 1, mainFrame: { frameTreeNodeId: 1 } }, senderFrame: null }

type Handler = (input: never) => unknown
function router(own: Record<string, Handler> = {}, { trusted = true } = {}) {
  const served = Object.entries(contract).filter(([, { served: by }]) => by === 'main')
  const all = Object.fromEntries(served.map(([method]) => [method, own[method] ?? (() => undefined)]))
  const callVault = vi.fn(async () => success<unknown>(undefined))
  const lines: string[] = []
  const holding = async <Value>(keys: readonly string[], run: () => Promise<Value>) => {
    if (!keys.every((key) => key === KEY)) throw new VaultError('KEY_CHANGED')
    return run()
  }
  const route = createRouter({
    handlers: all as unknown as Handlers<ServedBy<'main'>>,
    callVault,
    holding,
    isTrusted: () => trusted,
    log: (place, facts) => void lines.push(`${place} ${JSON.stringify(facts)}`)
  })
  return { call: (method: unknown, input?: unknown) => route(SENDER, method, input), callVault, lines }
}

describe('the door for the page’s calls', () => {
  test('refuses a sender that is not our page before anything else', async () => {
    const lock = vi.fn()
    const { call } = router({ 'vault.lock': lock }, { trusted: false })
    expect(await call('vault.lock')).toEqual(failure('REFUSED_SENDER'))
    expect(lock).not.toHaveBeenCalled()
  })

  test.each([
    ['app.quit'],
    ['constructor'],
    ['toString'],
    ['__proto__'],
    [''],
    [7],
    [null],
    [undefined],
    [['vault.lock']]
  ])('refuses %j, which is no method', async (method) => {
    expect(await router().call(method)).toEqual(failure('BAD_REQUEST'))
  })

  test('refuses an input that carries more than the schema allows', async () => {
    const change = vi.fn()
    const { call } = router({ 'app.changeSettings': change })
    expect(await call('app.changeSettings', { ...DEFAULT_SETTINGS, vaultPath: '/x' })).toEqual(failure('BAD_REQUEST'))
    expect(await call('vault.lock', {})).toEqual(failure('BAD_REQUEST'))
    expect(change).not.toHaveBeenCalled()
  })

  test('refuses an answer that carries more than the schema allows', async () => {
    const { call } = router({ 'app.settings': () => ({ ...DEFAULT_SETTINGS, password: 'hunter2' }) })
    expect(await call('app.settings')).toEqual(failure('BAD_ANSWER'))
  })

  test('hands vault methods to the vault process, and checks its answers too', async () => {
    const { call, callVault } = router()
    callVault.mockResolvedValueOnce(success({ value: 'secret' }))
    const field = { item: '00000000-0000-4000-8000-000000000000', field: 'password' }
    expect(await call('item.reveal', field)).toEqual(success({ value: 'secret' }))
    expect(callVault).toHaveBeenCalledWith('item.reveal', field)
    callVault.mockResolvedValueOnce(success({ value: 'secret', title: 'GitHub' }))
    expect(await call('item.reveal', field)).toEqual(failure('BAD_ANSWER'))
  })

  test('hands on what is sealed for the process that is there, and refuses the rest before anything is begun', async () => {
    const salvage = vi.fn(() => null)
    const { call } = router({ 'vault.salvage': salvage })
    const masterPassword = { to: KEY, key: KEY, box: 'QUJD'.repeat(10) }
    expect(await call('vault.salvage', { file: '0'.repeat(32), masterPassword })).toEqual(success(null))
    expect(salvage).toHaveBeenCalledWith({ file: '0'.repeat(32), masterPassword }, undefined)
    const other = { ...masterPassword, to: `B${KEY.slice(1)}` }
    expect(await call('vault.salvage', { file: '0'.repeat(32), masterPassword: other })).toEqual(failure('KEY_CHANGED'))
    expect(await call('vault.salvage', { file: '0'.repeat(32), masterPassword: 'x' })).toEqual(failure('BAD_REQUEST'))
    expect(salvage).toHaveBeenCalledTimes(1)
  })

  test('turns a VaultError into its code and detail, and any other error into INTERNAL', async () => {
    const failing = (error: Error) => router({ 'vault.lock': () => Promise.reject(error) }).call('vault.lock')
    expect(await failing(new VaultError('VAULT_DAMAGED', { offset: 7 }))).toEqual(
      failure('VAULT_DAMAGED', { offset: 7 })
    )
    expect(await failing(new TypeError('hunter2 is no function'))).toEqual(failure('INTERNAL'))
  })

  test('logs codes and names of methods, and nothing that came in', async () => {
    const { call, lines } = router({ 'vault.lock': () => Promise.reject(new Error('hunter2')) })
    await call('hunter2')
    await call('vault.lock', 'hunter2')
    await call('vault.lock')
    expect(lines).toHaveLength(3)
    expect(lines.join()).not.toContain('hunter2')
  })
})
