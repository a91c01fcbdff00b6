import { copyFile, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeBackup } from '../make-backup.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import type { Session } from '../session.ts'
import { eachInItsFolder, NEXT, PASSWORD, quickEnvironment } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
const BYTES = Buffer.alloc(2_500_000, 'a file of more than two pieces ')

async function withNote(): Promise<{ session: Session; item: string }> {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const { id } = await session.create('note', { title: 'Papers', fields: [] })
  await writeFile(join(place().folder, 'scan.pdf'), BYTES)
  return { session, item: id }
}

const attach = async (session: Session, item: string) => session.attachments.add(item, join(place().folder, 'scan.pdf'))

async function read(session: Session, item: string, field: string): Promise<Buffer> {
  const path = join(place().folder, `${field}.out`)
  await session.attachments.save({ item, field }, { path, replace: true })
  return readFile(path)
}

async function openCopy(path: string): Promise<Session> {
  const laptop = quickEnvironment(join(place().folder, 'laptop'))
  return openVault(laptop, { path, credential: { masterPassword: PASSWORD }, mode: 'write' })
}

async function reopened(masterPassword = PASSWORD): Promise<Session> {
  const { environment, path } = place()
  return openVault(environment, { path, credential: { masterPassword }, mode: 'write' })
}

describe('a file that is kept with an item', () => {
  test.each([false, true])('comes along when a copy is merged (its password changed: %s)', async (rekeyed) => {
    const { session, item } = await withNote()
    const copy = join(place().folder, 'copy.coffer')
    await copyFile(place().path, copy)
    const there = await openCopy(copy)
    const { field } = await attach(there, item)
    if (rekeyed) await there.changeMasterPassword({ current: PASSWORD, next: NEXT })
    await there.lock()
    await session.create('note', { title: 'Here', fields: [] })
    await session.openCopy(rekeyed ? { path: copy, masterPassword: NEXT } : { path: copy })
    await session.applyMerge([])
    expect((await read(session, item, field)).equals(BYTES)).toBe(true)
    await session.lock()
    const again = await reopened(rekeyed ? NEXT : PASSWORD)
    await again.verify()
    expect((await read(again, item, field)).equals(BYTES)).toBe(true)
    await again.lock()
  })

  test('is still there after another program put a file without it in the place of ours', async () => {
    const { session, item } = await withNote()
    const copy = join(place().folder, 'copy.coffer')
    await copyFile(place().path, copy)
    const { field } = await attach(session, item)
    const there = await openCopy(copy)
    await there.create('note', { title: 'There', fields: [] })
    await there.lock()
    await rename(copy, place().path)
    await session.store.refresh()
    expect(session.view().items).toBe(2)
    expect((await read(session, item, field)).equals(BYTES)).toBe(true)
    await session.lock()
    const again = await reopened()
    await again.verify()
    expect((await read(again, item, field)).equals(BYTES)).toBe(true)
    await again.lock()
  })

  test('comes back from a backup although the vault has let go of its pieces', async () => {
    const { session, item } = await withNote()
    const { field } = await attach(session, item)
    const { path: backup } = await makeBackup(place().environment, session)
    await session.attachments.remove({ item, field })
    await session.compact()
    await session.openBackup({ path: backup })
    await session.restoreItem(item)
    expect((await read(session, item, field)).equals(BYTES)).toBe(true)
    await session.lock()
    const again = await reopened()
    await again.verify()
    expect((await read(again, item, field)).equals(BYTES)).toBe(true)
    await again.lock()
  })
})
