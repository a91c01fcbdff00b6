import { describe, expect, test, vi } from 'vitest'
import { VaultError } from '../core/errors.ts'
import type { InternalMethod } from '../shared/api.ts'
import { failure, success } from '../shared/result.ts'
import { createSession } from './session.ts'
import type { VaultClient } from './vault-client.ts'
import { sealed } from './test-support/sealed.ts'

const UNLOCK = { path: '/a.coffer', masterPassword: sealed() }

/** A client whose answers the test gives; `ask` waits for them. */
function setUp() {
  const heard: string[] = []
  let answer: { resolve(value: unknown): void; reject(error: Error): void } | null = null
  let viewIsOpen = false
  const client: VaultClient = {
    call: async () => (viewIsOpen ? success<unknown>({}) : failure('LOCKED')),
    ask: (method: InternalMethod) => {
      heard.push(`ask ${method}`)
      return new Promise((resolve, reject) => {
        answer = { resolve, reject }
      })
    },
    sealingKey: async () => {
      heard.push('key')
      return 'the key'
    },
    isKeyNow: (key) => key === 'the key',
    renew: async () => void heard.push('renew'),
    end: vi.fn(async (code?: string) => {
      heard.push(`end${code === undefined ? '' : ` ${code}`}`)
      if (code !== undefined) answer?.reject(new VaultError('CANCELLED'))
    })
  }
  const session = createSession(client, {
    unlocked: (path) => void heard.push(`unlocked ${path}`),
    locked: async (reason) => void heard.push(`locked ${reason}`)
  })
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  const succeed = async (value: unknown = {}) => {
    await settle()
    answer?.resolve(value)
    await settle()
  }
  const fail = async (code: 'WRONG_PASSWORD' | 'BACKUP_DAMAGED', { stillOpen = false } = {}) => {
    viewIsOpen = stillOpen
    await settle()
    answer?.reject(new VaultError(code))
    await settle()
  }
  async function unlocked() {
    const opening = session.open('session.unlock', '/a.coffer', UNLOCK)
    await succeed()
    await opening
    heard.length = 0
  }
  return { session, heard, succeed, fail, unlocked, settle }
}

describe('opening', () => {
  test('a vault that opened is known by its path', async () => {
    const { session, heard, succeed } = setUp()
    const opening = session.open('session.unlock', '/a.coffer', UNLOCK)
    await succeed('view')
    expect(await opening).toBe('view')
    expect(session.openPath()).toBe('/a.coffer')
    expect(heard).toEqual(['renew', 'ask session.unlock', 'unlocked /a.coffer'])
  })

  test('its process starts while the password is typed, and gives the key to seal it with', async () => {
    const { session, heard } = setUp()
    expect(await session.prepare()).toBe('the key')
    expect(heard).toEqual(['key'])
  })

  test('after a wrong password no process is left that saw it', async () => {
    const { session, heard, fail } = setUp()
    const refused = expect(session.open('session.unlock', '/a.coffer', UNLOCK)).rejects.toThrow('WRONG_PASSWORD')
    await fail('WRONG_PASSWORD')
    await refused
    expect(session.openPath()).toBe(null)
    expect(heard).toEqual(['renew', 'ask session.unlock', 'end'])
  })

  test('two at a time are refused', async () => {
    const { session, succeed, settle } = setUp()
    const first = session.open('session.unlock', '/a.coffer', UNLOCK)
    await settle()
    await expect(session.open('session.unlock', '/b.coffer', UNLOCK)).rejects.toThrow('BAD_REQUEST')
    await succeed()
    await first
  })

  test('can be given up, which ends its process', async () => {
    const { session, heard, settle } = setUp()
    const cancelled = expect(session.open('session.unlock', '/a.coffer', UNLOCK)).rejects.toThrow('CANCELLED')
    await settle()
    expect(await session.cancelOpening()).toBe(true)
    await cancelled
    expect(heard).toContain('end CANCELLED')
    expect(await session.cancelOpening()).toBe(false)
  })

  test('another vault locks the open one first', async () => {
    const { session, heard, unlocked, succeed } = setUp()
    await unlocked()
    const opening = session.open('session.unlock', '/b.coffer', UNLOCK)
    await succeed()
    await opening
    expect(heard).toEqual(['end', 'locked asked', 'ask session.unlock', 'unlocked /b.coffer'])
  })
})

describe('locking', () => {
  test('ends the process before anybody is told', async () => {
    const { session, heard, unlocked } = setUp()
    await unlocked()
    await session.lock('idle')
    expect(heard).toEqual(['end', 'locked idle'])
    expect(session.openPath()).toBe(null)
  })

  test('twice is told once', async () => {
    const { session, heard, unlocked } = setUp()
    await unlocked()
    await Promise.all([session.lock('idle'), session.lock('screen')])
    expect(heard.filter((line) => line.startsWith('locked'))).toEqual(['locked idle'])
  })

  test('a process that died by itself has locked', async () => {
    const { session, heard, unlocked } = setUp()
    await unlocked()
    session.lost()
    expect(session.openPath()).toBe(null)
    expect(heard).toEqual(['locked ended'])
  })
})

describe('putting a backup back', () => {
  const PUT_BACK = { backup: '/b.coffer', target: '/a.coffer', password: sealed() }

  test('happens inside the process of the open vault', async () => {
    const { session, heard, unlocked, succeed } = setUp()
    await unlocked()
    const restoring = session.open('backup.putBack', '/a.coffer', PUT_BACK)
    await succeed()
    await restoring
    expect(heard).toEqual(['ask backup.putBack', 'unlocked /a.coffer'])
  })

  test('leaves the vault open when the backup did not fit', async () => {
    const { session, heard, unlocked, fail } = setUp()
    await unlocked()
    const refused = expect(session.open('backup.putBack', '/a.coffer', PUT_BACK)).rejects.toThrow('WRONG_PASSWORD')
    await fail('WRONG_PASSWORD', { stillOpen: true })
    await refused
    expect(session.openPath()).toBe('/a.coffer')
    expect(heard).toEqual(['ask backup.putBack'])
  })

  test('locks when it failed so far on its way that the vault is closed', async () => {
    const { session, heard, unlocked, fail } = setUp()
    await unlocked()
    const refused = expect(session.open('backup.putBack', '/a.coffer', PUT_BACK)).rejects.toThrow('BACKUP_DAMAGED')
    await fail('BACKUP_DAMAGED')
    await refused
    expect(session.openPath()).toBe(null)
    expect(heard).toEqual(['ask backup.putBack', 'end', 'locked ended'])
  })
})

test('a question that is under way keeps its process when another one is answered', async () => {
  const answers: (() => void)[] = []
  let ends = 0
  const client: VaultClient = {
    call: async () => ({ ok: true, value: null }),
    ask: ((): Promise<unknown> => new Promise((resolve) => answers.push(() => resolve({})))) as VaultClient['ask'],
    sealingKey: async () => 'the key',
    isKeyNow: () => true,
    renew: async () => {},
    end: async () => void (ends += 1)
  }
  const session = createSession(client, { unlocked: () => {}, locked: async () => {} })
  const ask = (path: string) => session.askOnce('backup.inspect', { path, password: sealed() })
  const [first, second] = [ask('/a.coffer'), ask('/b.coffer')]
  answers[0]?.()
  await first
  expect(ends).toBe(0)
  answers[1]?.()
  await second
  expect(ends).toBe(1)
})

test('a call that was sealed for a process finds it there, whatever others have asked of it meanwhile', async () => {
  const { session, heard, succeed, settle } = setUp()
  let go = (): void => {}
  const dialog = new Promise<void>((resolve) => {
    go = resolve
  })
  const salvage = session.holding(['the key'], async () => {
    await dialog
    return session.askOnce('session.salvage', { path: '/b.coffer', masterPassword: sealed(), target: '/c.coffer' })
  })
  const backups = session.askOnce('backup.foundFor', { path: '/b.coffer' })
  await succeed([])
  await backups
  expect(heard).toEqual(['ask backup.foundFor'])
  go()
  await settle()
  await succeed({})
  await salvage
  expect(heard).toEqual(['ask backup.foundFor', 'ask session.salvage', 'end'])
})

test('a call that was sealed for a process that is gone does not begin', async () => {
  const { session } = setUp()
  const run = vi.fn(async () => {})
  await expect(session.holding(['the key', 'another'], run)).rejects.toThrow('KEY_CHANGED')
  expect(run).not.toHaveBeenCalled()
})

test('a call that only carried a secret ends no process: strength is asked with every letter', async () => {
  const { session, heard } = setUp()
  await session.holding(['the key'], async () => {})
  expect(heard).toEqual([])
})

test('a question with a password while no vault is open leaves no process behind', async () => {
  const { session, heard, succeed, unlocked } = setUp()
  const asked = session.askOnce('backup.inspect', { path: '/b.coffer', password: sealed() })
  await succeed({ items: 1 })
  await asked
  expect(heard).toEqual(['ask backup.inspect', 'end'])
  await unlocked()
  const again = session.askOnce('backup.inspect', { path: '/b.coffer', password: sealed() })
  await succeed({ items: 1 })
  await again
  expect(heard).toEqual(['ask backup.inspect'])
})
