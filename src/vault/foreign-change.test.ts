import { copyFile, readdir, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import type { Session } from './session.ts'
import { eachInItsFolder, login, NEXT, PASSWORD, quickEnvironment } from './test-support/quick-environment.ts'
import type { StoreEvent } from './store-state.ts'
import { watchFile } from './watch-file.ts'

const place = eachInItsFolder()
const ALL = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 100 } as const
const titles = (session: Session) => session.query(ALL).rows.map(({ title }) => title)

/** Another device with its own folder, on which a copy of the file is opened. */
async function elsewhere(copy: string): Promise<Session> {
  const environment = quickEnvironment(join(place().folder, 'elsewhere'))
  return openVault(environment, { path: copy, credential: { masterPassword: PASSWORD }, mode: 'write' })
}

/** A vault with one item, open here, and a copy of it for another device. */
async function shared() {
  const { environment, path, folder } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const item = await session.create('login', login('GitHub', 'a first long password'))
  const copy = join(folder, 'copy.coffer')
  await copyFile(path, copy)
  const events: StoreEvent[] = []
  session.store.listen((event) => events.push(event))
  return { session, item, copy, events, path }
}

/** As a program that synchronises files does: a new file in the place of the old. */
async function synchronise(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.part`)
  await rename(`${to}.part`, to)
}

async function reopened(): Promise<Session> {
  const { environment, path } = place()
  return openVault(environment, { path, credential: { masterPassword: PASSWORD }, mode: 'write' })
}

describe('a file that another program replaced while it is open', () => {
  test('is taken as it is when it goes on where ours ended, and what it brings is on the list', async () => {
    const { session, copy, events, path } = await shared()
    const other = await elsewhere(copy)
    await other.create('note', { title: 'From the laptop', fields: [] })
    await other.lock()
    await synchronise(copy, path)
    await session.store.refresh()
    expect(titles(session)).toEqual(['From the laptop', 'GitHub'])
    expect(events).toEqual([{ is: 'changed', items: 2, by: 'file' }])
    expect(await readFile(path)).toEqual(await readFile(copy))
    await session.lock()
  })

  test('keeps what both sides saved, on the disk too', async () => {
    const { session, item, copy, path } = await shared()
    await session.edit(item.id, item.revision, { title: 'GitHub (work)', fields: [] })
    const mine = await session.create('login', login('Only here', 'another long password'))
    const other = await elsewhere(copy)
    await other.edit(item.id, item.revision, { tags: ['Laptop'], fields: [] })
    await other.create('note', { title: 'Only there', fields: [] })
    await other.lock()
    await synchronise(copy, path)

    await session.create('note', { title: 'Saved on top', fields: [] })
    expect(titles(session)).toEqual(['GitHub (work)', 'Only here', 'Only there', 'Saved on top'])
    await session.lock()
    const again = await reopened()
    expect(titles(again)).toEqual(['GitHub (work)', 'Only here', 'Only there', 'Saved on top'])
    expect((await again.item(item.id)).tags).toEqual(['Laptop'])
    expect(await again.reveal(mine.id, 'password')).toBe('another long password')
    expect(again.view().notices).toEqual([])
    await again.verify()
    await again.lock()
  })

  test('is noticed without a save, once it has stopped growing', async () => {
    const { session, copy, path } = await shared()
    const other = await elsewhere(copy)
    await other.create('note', { title: 'From the laptop', fields: [] })
    await other.lock()
    const watch = watchFile(place().environment.fs, session.store, () => {}, 10)
    await synchronise(copy, path)
    await vi.waitFor(() => expect(titles(session)).toEqual(['From the laptop', 'GitHub']), 15_000)
    watch.stop()
    await session.lock()
  })

  test('refuses an edit that was made from an older state, and changes nothing', async () => {
    const { session, item, copy, path } = await shared()
    const other = await elsewhere(copy)
    await other.edit(item.id, item.revision, { title: 'Renamed there', fields: [] })
    await other.lock()
    await synchronise(copy, path)
    const edit = session.edit(item.id, item.revision, { title: 'Renamed here', fields: [] })
    await expect(edit).rejects.toMatchObject({ code: 'STALE' })
    const now = await session.item(item.id)
    expect(now.title).toBe('Renamed there')
    expect((await session.edit(item.id, now.revision, { title: 'Renamed here', fields: [] })).title).toBe(
      'Renamed here'
    )
    expect(session.unsaved().count).toBe(0)
    await session.lock()
  })

  test('makes an item of its own of an edit here to what was purged there', async () => {
    const { session, item, copy, path } = await shared()
    await session.edit(item.id, item.revision, { title: 'Still needed', fields: [] })
    const other = await elsewhere(copy)
    await other.trash([item.id])
    await other.purge([item.id])
    await other.lock()
    await synchronise(copy, path)
    await session.store.refresh()
    const [row] = session.query(ALL).rows
    expect(row?.title).toBe('Still needed')
    expect(row?.id).not.toBe(item.id)
    expect(await session.reveal(row?.id ?? '', 'password')).toBe('a first long password')
    await session.lock()
  })

  test('keeps every edit made here also when the file was written over in place', async () => {
    const { session, item, copy, path } = await shared()
    await session.lock()
    const again = await reopened()
    await again.trash([item.id])
    const other = await elsewhere(copy)
    await other.create('note', { title: 'Only there', fields: [] })
    await other.lock()
    await writeFile(path, await readFile(copy))
    await again.store.refresh()
    expect(titles(again)).toEqual(['Only there'])
    expect((await again.item(item.id)).trashedAt).not.toBeNull()
    await again.lock()
  })

  test('says that its master password was changed elsewhere, and keeps what was not saved', async () => {
    const { session, item, copy, path } = await shared()
    const other = await elsewhere(copy)
    await other.changeMasterPassword({ current: PASSWORD, next: NEXT })
    await other.lock()
    await synchronise(copy, path)
    const edit = session.edit(item.id, item.revision, { title: 'Not lost', fields: [] })
    await expect(edit).rejects.toMatchObject({ code: 'REKEYED_ELSEWHERE' })
    expect(session.unsaved().count).toBe(1)
    const after = await readFile(path)
    await session.lock()
    expect(await readFile(path)).toEqual(after)
    const kept = await openVault(place().environment, {
      path: join(place().folder, await keptName()),
      credential: { masterPassword: PASSWORD },
      mode: 'read',
      acceptOlder: true
    })
    expect(titles(kept)).toEqual(['Not lost'])
    await kept.lock()
  })

  test('is not taken for a vault when it is another one, or none', async () => {
    const { session, path } = await shared()
    const before = await readFile(path)
    const another = join(place().folder, 'another.coffer')
    const made = await createVault(place().environment, { path: another, name: 'Other', masterPassword: PASSWORD })
    await made.session.lock()
    await synchronise(another, path)
    await expect(session.store.refresh()).rejects.toMatchObject({ code: 'FILE_CHANGED_ON_DISK' })
    await writeFile(path, 'not a vault')
    await expect(session.store.refresh()).rejects.toMatchObject({ code: 'NOT_A_VAULT' })
    await rm(path)
    await expect(session.store.refresh()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await writeFile(path, before)
    await session.store.refresh()
    expect(titles(session)).toEqual(['GitHub'])
    await session.lock()
  })

  test('tells once that the file is gone, and once that it is back', async () => {
    const { session, path } = await shared()
    const told: unknown[] = []
    const watch = watchFile(place().environment.fs, session.store, (code) => told.push(code), 10)
    const bytes = await readFile(path)
    await unlink(path)
    await vi.waitFor(() => expect(told).toEqual(['NOT_FOUND']), 15_000)
    await writeFile(path, bytes)
    await vi.waitFor(() => expect(told).toEqual(['NOT_FOUND', null]), 15_000)
    watch.stop()
    await session.create('note', { title: 'After that', fields: [] })
    await session.lock()
    const again = await reopened()
    expect(titles(again)).toEqual(['After that', 'GitHub'])
    await again.lock()
  })
})

async function keptName(): Promise<string> {
  const names = await readdir(place().folder)
  return names.find((name) => name.startsWith('my unsaved ')) ?? 'none'
}
