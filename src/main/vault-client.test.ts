import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { failure, success } from '../shared/result.ts'
import { type FakeProcess, fakeProcess } from './test-support/fake-process.ts'
import { createVaultClient } from './vault-client.ts'
import { sealed } from './test-support/sealed.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const KEY = `${'A'.repeat(43)}=`
const FIELD = { item: '00000000-0000-4000-8000-000000000000', field: 'password' }
const run = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

function setUp(make: () => FakeProcess = () => fakeProcess()) {
  const started: FakeProcess[] = []
  const events: unknown[] = []
  const onLost = vi.fn()
  const killHard = vi.fn()
  const client = createVaultClient({
    spawn() {
      const next = make()
      started.push(next)
      return next
    },
    onEvent: (event, payload) => void events.push([event, payload]),
    onLost,
    killHard
  })
  const newest = (): FakeProcess => started.at(-1) ?? fakeProcess()
  return { client, started, newest, events, onLost, killHard }
}

describe('the vault process', () => {
  test('is started by the first call, and answers each call by its number', async () => {
    const { client, started, newest } = setUp()
    const first = client.call('list.counts', undefined)
    const second = client.call('vault.view', undefined)
    await run()
    expect(started).toHaveLength(1)
    const [a, b] = newest().sent
    newest().say({ id: b?.id, ok: true, value: 'second' })
    newest().say({ id: a?.id, ok: false, code: 'LOCKED', detail: {} })
    expect(await second).toEqual(success('second'))
    expect(await first).toEqual(failure('LOCKED'))
  })

  test('that gave its key ahead is the one that is asked, and only one with a past is ended for it', async () => {
    const { client, started, newest } = setUp()
    const keys = [client.sealingKey(), client.sealingKey()]
    await run()
    newest().sent.forEach(({ id }) => newest().say({ id, ok: true, value: { key: KEY } }))
    expect(await Promise.all(keys)).toEqual([KEY, KEY])
    expect([client.isKeyNow(KEY), client.isKeyNow('another')]).toEqual([true, false])
    void client.call('vault.estimatePassword', {})
    await client.renew()
    expect(started).toHaveLength(1)
    void client.ask('backup.foundFor', { path: '/a' }).catch(() => {})
    await run()
    const renewed = client.renew()
    await run()
    newest().answer(undefined)
    await renewed
    expect(started[0]?.killed()).toBe(true)
    expect(client.isKeyNow(KEY)).toBe(false)
  })

  test('what it says is parsed: anything else than answers and events is dropped', async () => {
    const { client, newest, events } = setUp()
    const answer = client.call('vault.view', undefined)
    await run()
    for (const message of [
      null,
      'hi',
      { id: 1 },
      { id: 1, ok: false, code: 'MADE_UP', detail: {} },
      { id: 1, ok: true, value: 1, more: 2 }
    ])
      newest().say(message)
    newest().say({ event: 'vault.changed', payload: { items: 1 } })
    newest().answer('real')
    expect(await answer).toEqual(success('real'))
    expect(events).toEqual([['vault.changed', { items: 1 }]])
  })

  test('an answer to main with a property too many is refused', async () => {
    const { client, newest } = setUp()
    const asked = client.ask('value.forCopy', FIELD)
    const refused = expect(asked).rejects.toThrow('INTERNAL')
    await run()
    newest().answer({ value: 'x', title: 'GitHub' })
    await refused
  })

  test('a refusal reaches main as the VaultError it names', async () => {
    const { client, newest } = setUp()
    const refused = expect(client.ask('value.forCopy', FIELD)).rejects.toMatchObject({ code: 'FIELD_NOT_FOUND' })
    await run()
    newest().refuse('FIELD_NOT_FOUND')
    await refused
  })
})

describe('locking', () => {
  test('asks it to finish, kills it, and calls left open are told that it is locked', async () => {
    const { client, newest, onLost } = setUp()
    const open = client.call('vault.view', undefined)
    await run()
    const ended = client.end()
    await run()
    expect(newest().sent.at(-1)?.method).toBe('session.close')
    newest().answer(undefined)
    await ended
    expect(newest().killed()).toBe(true)
    expect(await open).toEqual(failure('LOCKED'))
    expect(onLost).not.toHaveBeenCalled()
  })

  test('does not wait for a process that does not answer, and kills hard one that does not end', async () => {
    const { client, newest, killHard } = setUp(() => fakeProcess({ stubborn: true, pid: 77 }))
    void client.call('vault.view', undefined)
    await run()
    const ended = client.end()
    await vi.advanceTimersByTimeAsync(500)
    expect(newest().killed()).toBe(true)
    await vi.advanceTimersByTimeAsync(2000)
    expect(killHard).toHaveBeenCalledWith(77)
    newest().exit()
    await ended
  })

  test('gives a process longer that still has to write what the disk did not take', async () => {
    const { client, newest } = setUp()
    void client.call('vault.view', undefined)
    await run()
    newest().say({ event: 'vault.unsaved', payload: { count: 2 } })
    const ended = client.end()
    await vi.advanceTimersByTimeAsync(4000)
    expect(newest().killed()).toBe(false)
    newest().answer(undefined)
    await ended
    expect(newest().killed()).toBe(true)
  })

  test('a call made meanwhile gets a fresh process', async () => {
    const { client, started, newest } = setUp()
    void client.call('vault.view', undefined)
    await run()
    const ended = client.end()
    const late = client.call('generator.pin', { digits: 4 })
    await vi.advanceTimersByTimeAsync(500)
    await ended
    await run()
    expect(started).toHaveLength(2)
    newest().answer({ text: '1234', bits: 13 })
    expect((await late).ok).toBe(true)
  })

  test('a cancelled opening ends at once, and its call says so', async () => {
    const { client, newest } = setUp()
    const opening = client.ask('session.unlock', { path: '/a', masterPassword: sealed() })
    const cancelled = expect(opening).rejects.toMatchObject({ code: 'CANCELLED' })
    await run()
    await client.end('CANCELLED')
    expect(newest().sent.map(({ method }) => method)).toEqual(['session.unlock'])
    await cancelled
  })

  test('a process that dies by itself is told, and its calls are answered', async () => {
    const { client, newest, onLost } = setUp()
    const open = client.call('vault.view', undefined)
    await run()
    newest().exit()
    expect(await open).toEqual(failure('LOCKED'))
    expect(onLost).toHaveBeenCalledTimes(1)
  })

  test('nothing to end is fine', async () => {
    const { client, started } = setUp()
    await client.end()
    expect(started).toEqual([])
  })
})
