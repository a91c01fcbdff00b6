import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Environment } from './environment.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import { recoverVault } from './recover-vault.ts'
import { restoreBackup } from './restore-backup.ts'
import { salvageVault } from './salvage-vault.ts'
import { eachInItsFolder, login, NEXT, PASSWORD, quickEnvironment } from './test-support/quick-environment.ts'

const place = eachInItsFolder()
let folder = ''
let environment: Environment
beforeEach(() => {
  ;({ folder, environment } = place())
})

const path = () => place().path
const create = async () => createVault(environment, { path: path(), name: 'Mine', masterPassword: PASSWORD })
const unlock = async (masterPassword = PASSWORD) =>
  openVault(environment, { path: path(), credential: { masterPassword }, mode: 'write' })

describe('a vault', () => {
  test('gives back after locking what was put into it, and shows concealed values only when asked', async () => {
    const { session, recoveryPhrase } = await create()
    expect(recoveryPhrase).toHaveLength(24)
    const made = await session.create('login', login('GitHub', 'hunter2hunter2'))
    await session.lock()
    expect(() => session.view()).toThrow(expect.objectContaining({ code: 'LOCKED' }))

    const again = await unlock()
    expect(again.view()).toMatchObject({
      name: 'Mine',
      items: 1,
      readOnly: false,
      hasRecoveryPhrase: true,
      hasDeviceKey: false,
      notices: []
    })
    const detail = await again.item(again.find('github'))
    expect(JSON.stringify(detail)).not.toContain('hunter2')
    expect(detail.fields.map(({ id }) => id)).toEqual(['username', 'password', 'url'])
    expect(detail.fields[1]).toMatchObject({ concealed: true, empty: false, bits: 77 })
    expect(await again.reveal(made.id, 'password')).toBe('hunter2hunter2')
    expect(
      again.query({
        filter: { of: 'tag', tag: 'Work' },
        text: 'git',
        sort: 'title',
        descending: false,
        from: 0,
        count: 10
      }).rows
    ).toMatchObject([
      { title: 'GitHub', subtitle: 'mara', usernameField: 'username', passwordField: 'password', urlField: 'url' }
    ])
    await again.lock()
    expect((await readdir(folder)).filter((name) => name.endsWith('.lock'))).toEqual([])
  })

  test('keeps the file free of titles, addresses and passwords', async () => {
    const { session } = await create()
    await session.create('login', login('GitHub', 'hunter2hunter2'))
    await session.lock()
    const bytes = (await readFile(path())).toString('latin1')
    for (const text of ['GitHub', 'mara', 'github.com', 'hunter2', 'Mine']) expect(bytes).not.toContain(text)
  })

  test('refuses a wrong password, a short new one, and a file that is there', async () => {
    const { session } = await create()
    await session.lock()
    await expect(unlock('wrong')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    await expect(create()).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    const short = createVault(environment, { path: join(folder, 'b.coffer'), name: '', masterPassword: 'short' })
    await expect(short).rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
  })

  test('is held by one program at a time', async () => {
    const { session } = await create()
    await expect(unlock()).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER' })
    const shown = await openVault(environment, {
      path: path(),
      credential: { masterPassword: PASSWORD },
      mode: 'write',
      lenient: true
    })
    expect(shown.view()).toMatchObject({ readOnly: true, notices: [{ kind: 'heldByOther' }] })
    await expect(shown.create('note', { title: 'x', fields: [] })).rejects.toMatchObject({ code: 'READ_ONLY' })
    await shown.lock()
    await session.lock()
  })
})

describe('an edit', () => {
  test('made from an older revision is stale and changes nothing', async () => {
    const { session } = await create()
    const made = await session.create('login', login('GitHub', 'hunter2hunter2'))
    await session.edit(made.id, made.revision, { title: 'GitLab', fields: [] })
    await expect(session.edit(made.id, made.revision, { title: 'Gitea', fields: [] })).rejects.toMatchObject({
      code: 'STALE'
    })
    expect((await session.item(made.id)).title).toBe('GitLab')
    await session.lock()
  })

  test('keeps the old value in the history, and does not count the same value twice', async () => {
    const { session } = await create()
    const made = await session.create('login', login('GitHub', 'hunter2hunter2'))
    const same = await session.edit(made.id, made.revision, login('GitHub', 'hunter2hunter2'))
    expect(same.fields[1]?.olderVersions).toBe(0)
    const changed = await session.edit(made.id, same.revision, login('GitHub', 'other-password'))
    expect(changed.fields[1]?.olderVersions).toBe(1)
    await session.lock()
  })

  test('trash, restore and purge, which only takes what is in the trash', async () => {
    const { session } = await create()
    const { id } = await session.create('note', { title: 'x', fields: [] })
    await expect(session.purge([id])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await session.trash([id])
    expect(session.counts()).toMatchObject({ all: 0, trash: 1 })
    await session.restore([id])
    await session.trash([id])
    await session.purge([id])
    await expect(session.item(id)).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
    await session.lock()
  })

  test('that was not finished is there again after a lock, sealed in the file', async () => {
    const { session } = await create()
    await session.keepDraft({ item: null, type: 'login', edit: login('Draft', 'typed-and-not-saved') })
    await session.lock()
    const again = await unlock()
    expect(again.loadDraft()?.edit.title).toBe('Draft')
    await again.dropDraft()
    expect(again.loadDraft()).toBeNull()
    await again.lock()
  })
})

describe('keys', () => {
  test('a new master password shuts out the old one and the old phrase, and history stays readable', async () => {
    const { session, recoveryPhrase } = await create()
    const made = await session.create('login', login('GitHub', 'hunter2hunter2'))
    const changed = await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    expect(await session.reveal(made.id, 'password')).toBe('hunter2hunter2')
    await session.edit(made.id, made.revision, login('GitHub', 'newer-password'))
    await session.lock()
    await expect(unlock()).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    const old = openVault(environment, {
      path: path(),
      credential: { recoveryPhrase: recoveryPhrase.join(' ') },
      mode: 'read'
    })
    await expect(old).rejects.toMatchObject({ code: 'WRONG_RECOVERY_PHRASE' })
    const recovered = await recoverVault(environment, {
      path: path(),
      phrase: (changed.recoveryPhrase ?? []).join(' '),
      newMasterPassword: PASSWORD
    })
    expect(await recovered.session.reveal(made.id, 'password')).toBe('newer-password')
    await recovered.session.lock()
  })

  test('the phrase stays when it is typed again', async () => {
    const { session, recoveryPhrase } = await create()
    const phrase = recoveryPhrase.join(' ')
    expect(await session.changeMasterPassword({ current: PASSWORD, next: NEXT, keepPhrase: phrase })).toEqual({
      recoveryPhrase: null
    })
    await session.lock()
    const opened = await openVault(environment, { path: path(), credential: { recoveryPhrase: phrase }, mode: 'read' })
    await opened.lock()
  })
})

describe('a vault that has grown', () => {
  test('is compacted when it is opened again, and holds what it held', async () => {
    const { session } = await create()
    const made = await session.create('login', login('GitHub', 'hunter2hunter2'))
    let { revision } = made
    for (let round = 0; round < 30; round++) {
      const fields = [
        {
          change: 'put',
          id: 'notes',
          label: 'field.notes',
          kind: 'multiline',
          concealed: false,
          section: '',
          order: 3,
          value: `${round} `.repeat(20_000)
        } as const
      ]
      revision = (await session.edit(made.id, revision, { fields })).revision
    }
    await session.lock()
    const before = (await readFile(path())).length
    const again = await unlock()
    expect((await readFile(path())).length).toBeLessThan(before * 0.9)
    expect(again.view()).toMatchObject({ items: 1, readOnly: false, notices: [] })
    expect(await again.reveal(made.id, 'password')).toBe('hunter2hunter2')
    await again.create('note', { title: 'after', fields: [] })
    await again.lock()
    const last = await unlock()
    expect(last.view().items).toBe(2)
    await last.lock()
  })
})

describe('copies', () => {
  test('an exported backup has keys of its own, and restoring it keeps the vault that was there', async () => {
    const { session } = await create()
    const made = await session.create('login', login('GitHub', 'hunter2hunter2'))
    const target = join(folder, 'copy.coffer')
    const exported = await session.exportBackup({ target, masterPassword: PASSWORD, backupPassword: NEXT })
    expect(exported.items).toBe(1)
    await session.trash([made.id])
    await session.lock()
    const restored = await restoreBackup(environment, { backup: target, target: path(), password: NEXT })
    expect(await restored.session.reveal(restored.session.find('GitHub'), 'password')).toBe('hunter2hunter2')
    expect(restored.keptAs).not.toBeNull()
    await restored.session.lock()
    const kept = await openVault(environment, {
      path: restored.keptAs ?? '',
      credential: { masterPassword: PASSWORD },
      mode: 'read'
    })
    expect(kept.counts().trash).toBe(1)
    await kept.lock()
  })

  test('an older file is refused, and opens when that is accepted', async () => {
    const { session } = await create()
    await session.create('note', { title: 'first', fields: [] })
    await session.lock()
    const before = await readFile(path())
    const later = await unlock()
    await later.create('note', { title: 'second', fields: [] })
    await later.lock()
    await writeFile(path(), before)
    await expect(unlock()).rejects.toMatchObject({ code: 'VAULT_ROLLED_BACK' })
    const accepted = await openVault(environment, {
      path: path(),
      credential: { masterPassword: PASSWORD },
      mode: 'write',
      acceptOlder: true
    })
    expect(accepted.view()).toMatchObject({ items: 1, readOnly: false, notices: [] })
    await accepted.lock()
    const calm = await unlock()
    expect(calm.view().notices).toEqual([])
    await calm.lock()
  })

  test('a torn save is set aside and told where nothing that was acknowledged is missing', async () => {
    const { session } = await create()
    await session.create('note', { title: 'first', fields: [] })
    await session.lock()
    const { length } = await readFile(path())
    const other = quickEnvironment(join(folder, 'other'))
    const elsewhere = await openVault(other, { path: path(), credential: { masterPassword: PASSWORD }, mode: 'write' })
    await elsewhere.create('note', { title: 'second', fields: [] })
    await elsewhere.lock()
    await truncate(path(), length + 100)
    const opened = await unlock()
    expect(opened.view()).toMatchObject({ items: 1, notices: [{ kind: 'tailSetAside', bytes: 100 }] })
    await opened.lock()
  })

  test('salvage keeps what a flipped bit left, and says what it took', async () => {
    const { session } = await create()
    for (const title of ['one', 'two', 'three']) await session.create('note', { title, fields: [] })
    await session.lock()
    const bytes = await readFile(path())
    const at = bytes.length - 700
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(path(), bytes)
    await expect(unlock()).rejects.toMatchObject({ code: 'VAULT_DAMAGED' })
    const target = join(folder, 'saved.coffer')
    const report = await salvageVault(environment, { path: path(), target, credential: { masterPassword: PASSWORD } })
    expect(report).toMatchObject({ items: 2, lostFrames: 1 })
    expect(await readFile(path())).toEqual(bytes)
  })
})
