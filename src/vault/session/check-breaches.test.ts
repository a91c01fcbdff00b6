import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import * as concealed from '../../core/vault/concealed.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import type { Session } from '../session.ts'
import { eachInItsFolder, login, NEXT, PASSWORD, quickEnvironment } from '../test-support/quick-environment.ts'

vi.mock(import('../../core/vault/concealed.ts'), { spy: true })

const place = eachInItsFolder()
let session: Session
let made: Readonly<Record<'github' | 'mail' | 'bank' | 'card', string>>
let list = ''

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').toUpperCase()

beforeEach(async () => {
  const { environment, path, folder } = place()
  ;({ session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD }))
  const add = async (title: string, password: string): Promise<string> =>
    (await session.create('login', login(title, password))).id
  made = {
    github: await add('GitHub', 'hunter2'),
    mail: await add('Mail', 'hunter2'),
    bank: await add('Bank', 'own and strong 771'),
    card: (
      await session.create('card', {
        title: 'Visa',
        fields: [
          {
            change: 'put',
            id: 'pin',
            label: 'field.pin',
            kind: 'pin',
            concealed: true,
            section: '',
            order: 0,
            value: '1234'
          }
        ]
      })
    ).id
  }
  list = join(folder, 'pwned.txt')
  const lines = [`${sha1('hunter2')}:17043`, `${sha1('1234')}:30000000`, `${sha1('password')}:9000000`]
  await writeFile(list, `${lines.toSorted().join('\r\n')}\r\n`)
})

// Marks are written behind a save: a folder is removed once nobody writes there.
afterEach(() => session.lock())

const breached = async (of = session) => (await of.health()).findings.filter(({ kind }) => kind === 'breached')

describe('a check against a downloaded list', () => {
  test('finds every field that holds a breached password, tells how often to the power of ten, and lowers the score', async () => {
    const before = await session.health()
    expect(before.breaches).toEqual({ passwords: 3, unchecked: 3, last: null })
    expect(await session.checkBreachFile(list)).toEqual({ checked: 3, found: 2, left: 0, trouble: null })
    const { findings, score, breaches, items } = await session.health()
    expect(findings.filter(({ kind }) => kind === 'breached')).toEqual([
      { kind: 'breached', item: made.github, field: 'password', seen: 10_000 },
      { kind: 'breached', item: made.mail, field: 'password', seen: 10_000 }
    ])
    expect(score).toBeLessThan(before.score)
    expect(items.map(({ title }) => title)).toContain('GitHub')
    expect(breaches).toMatchObject({ unchecked: 0, last: { of: 'file' } })
  })

  test('opens each different password once, and health by itself opens none', async () => {
    const opened = vi.mocked(concealed.openValueBytes)
    opened.mockClear()
    await session.health()
    expect(opened).not.toHaveBeenCalled()
    await session.checkBreachFile(list)
    expect(opened).toHaveBeenCalledTimes(2)
    for (const { value } of opened.mock.results)
      expect([...(value as Uint8Array)].some((byte) => byte !== 0)).toBe(false)
  })

  test('is kept with the vault, also under a new master password, until the password is changed', async () => {
    await session.checkBreachFile(list)
    await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    await session.lock()
    const { environment, path } = place()
    session = await openVault(environment, { path, credential: { masterPassword: NEXT }, mode: 'write' })
    expect(await breached()).toHaveLength(2)
    const { revision } = await session.item(made.mail)
    await session.edit(made.mail, revision, login('Mail', 'a password of its own'))
    expect(await breached()).toMatchObject([{ item: made.github }])
    expect((await session.health()).breaches).toMatchObject({ unchecked: 1 })
  })

  test('can be ignored with a reason, and forgets what is no longer in the list', async () => {
    await session.checkBreachFile(list)
    await session.ignoreFinding('breached', [made.github], 'A throw-away account')
    expect(await breached()).toMatchObject([{ item: made.mail }])
    await writeFile(list, `${sha1('password')}:9000000\n`)
    expect(await session.checkBreachFile(list)).toMatchObject({ checked: 3, found: 0 })
    expect(await breached()).toEqual([])
  })

  test('leaves nothing in the vault that names a password: no hash, and no count that only one has', async () => {
    await session.checkBreachFile(list)
    const kept = JSON.stringify([...session.store.opened().folded.vaultProperties()])
    for (const text of ['17043', sha1('hunter2'), sha1('hunter2').toLowerCase(), 'hunter2', 'fingerprint'])
      expect(kept).not.toContain(text)
    expect(kept).toContain(`breached:${made.github}:password`)
  })

  test('that meets a damaged list says so, and keeps what was found before', async () => {
    await session.checkBreachFile(list)
    await writeFile(list, 'not a list')
    await expect(session.checkBreachFile(list)).rejects.toMatchObject({ code: 'NOT_A_BREACH_LIST' })
    expect(await breached()).toHaveLength(2)
  })

  test('that is given up keeps what was found before, and says how much is left', async () => {
    await session.checkBreachFile(list)
    const { path, folder } = place()
    await session.lock()
    const stop = new AbortController()
    // Told how much there is before the first of the two passwords is opened.
    const report = (_done: number, total: number): void => void (total === 2 && stop.abort())
    const stoppable = quickEnvironment(join(folder, 'app'), { report, signal: stop.signal })
    session = await openVault(stoppable, { path, credential: { masterPassword: PASSWORD }, mode: 'write' })
    vi.mocked(concealed.openValueBytes).mockClear()
    const trouble = { code: 'CANCELLED' }
    expect(await session.checkBreachFile(list)).toEqual({ checked: 0, found: 0, left: 3, trouble })
    expect(concealed.openValueBytes).not.toHaveBeenCalled()
    expect(await breached()).toHaveLength(2)
    expect((await session.health()).breaches).toMatchObject({ unchecked: 0 })
  })

  test('opens nothing where nobody could keep what is found', async () => {
    const { path, environment } = place()
    await session.lock()
    const reader = await openVault(environment, { path, credential: { masterPassword: PASSWORD }, mode: 'read' })
    vi.mocked(concealed.openValueBytes).mockClear()
    await expect(reader.checkBreachFile(list)).rejects.toMatchObject({ code: 'READ_ONLY' })
    await expect(reader.beginBreachCheck()).rejects.toMatchObject({ code: 'READ_ONLY' })
    expect(concealed.openValueBytes).not.toHaveBeenCalled()
    await reader.lock()
  })
})

describe('a check by range queries', () => {
  test('tells five digits of each different hash and nothing more, and compares the rest here', async () => {
    const prefixes = await session.beginBreachCheck()
    expect(prefixes.toSorted()).toEqual(
      [sha1('hunter2'), sha1('own and strong 771')].map((text) => text.slice(0, 5)).toSorted()
    )
    for (const prefix of prefixes) {
      const real = prefix === sha1('hunter2').slice(0, 5) ? [{ suffix: sha1('hunter2').slice(5), count: 17_043 }] : []
      session.answerBreachCheck(prefix, [{ suffix: 'A'.repeat(35), count: 3 }, ...real])
    }
    expect(() => session.answerBreachCheck(prefixes[0] ?? '', [])).toThrow('NOT_FOUND')
    expect(await session.endBreachCheck(null)).toEqual({ checked: 3, found: 2, left: 0, trouble: null })
    expect(await breached()).toHaveLength(2)
    expect((await session.health()).breaches.last).toMatchObject({ of: 'online' })
    await expect(session.endBreachCheck(null)).rejects.toEqual(new VaultError('NOT_FOUND'))
  })

  test('that the network ends keeps what was found, and forgets nothing that it did not reach', async () => {
    await session.checkBreachFile(list)
    const prefixes = await session.beginBreachCheck()
    const other = prefixes.find((prefix) => prefix !== sha1('hunter2').slice(0, 5)) ?? ''
    session.answerBreachCheck(other, [])
    const trouble = { code: 'NETWORK', why: 'time' }
    expect(await session.endBreachCheck(trouble)).toEqual({ checked: 1, found: 0, left: 2, trouble })
    expect(await breached()).toHaveLength(2)
  })

  test('is over when the vault is locked', async () => {
    await session.beginBreachCheck()
    await session.lock()
    expect(() => session.answerBreachCheck('00000', [])).toThrow('NOT_FOUND')
    expect((await readFile(place().path)).length).toBeGreaterThan(0)
  })
})
