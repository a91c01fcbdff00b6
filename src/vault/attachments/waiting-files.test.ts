import { randomBytes } from 'node:crypto'
import { appendFile, readFile, rename, unlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import type { Session } from '../session.ts'
import { nodeFs, type OpenFile, type VaultFs } from '../storage/vault-fs.ts'
import { eachInItsFolder, login, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
const MIB = 2 ** 20
const SIZE = 9 * MIB + 5

/** A disk of the vault on which so many bytes are free. */
function smallDisk() {
  const disk = { free: Infinity, reads: true }
  const file = (open: OpenFile, isSource: boolean): OpenFile => ({
    ...open,
    async read(into, position, atOnce) {
      if (isSource && !disk.reads) throw new VaultError('IO', { errno: 'EIO' })
      return open.read(into, position, atOnce)
    },
    async write(bytes, position) {
      if (disk.free < bytes.length) throw new VaultError('NO_SPACE')
      disk.free -= bytes.length
      return open.write(bytes, position)
    }
  })
  const fs: VaultFs = {
    ...nodeFs,
    open: async (path, flags, mode) => file(await nodeFs.open(path, flags, mode), path.endsWith('.bin'))
  }
  return { disk, fs }
}

async function openedOn(fs: VaultFs, path = place().path): Promise<Session> {
  return openVault({ ...place().environment, fs }, { path, credential: { masterPassword: PASSWORD }, mode: 'write' })
}

/** A session whose disk has no room for a large file. */
async function withWaiting(free = 3 * MIB) {
  const { environment, path, folder } = place()
  const { session: made } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const { id } = await made.create('login', login('GitHub', 'a first long password'))
  await made.lock()
  const { disk, fs } = smallDisk()
  const session = await openedOn(fs)
  const source = join(folder, 'large.bin')
  const bytes = randomBytes(SIZE)
  await writeFile(source, bytes)
  disk.free = free
  await expect(session.attachments.add(id, source)).rejects.toMatchObject({ code: 'NO_SPACE' })
  return { session, disk, id, source, bytes }
}

async function contentOf(session: Session, item: string): Promise<Buffer> {
  const { attachments } = await session.item(item)
  expect(attachments).toMatchObject([{ name: 'large.bin', size: SIZE }])
  const out = join(place().folder, `${randomBytes(4).toString('hex')}.out`)
  await session.attachments.save({ item, field: attachments[0]?.field ?? '' }, { path: out, replace: false })
  return readFile(out)
}

test('a large file that the disk does not take waits, also when half of it was taken, and is read again from where it is', async () => {
  const { session, disk, id, bytes } = await withWaiting(8.5 * MIB)
  expect(session.unsaved()).toEqual({ count: 1, files: 1 })
  expect((await session.item(id)).attachments).toEqual([])
  disk.free = 0
  await expect(session.saveAgain()).rejects.toMatchObject({ code: 'NO_SPACE' })
  expect(session.unsaved()).toEqual({ count: 1, files: 1 })
  disk.free = Infinity
  await session.saveAgain()
  expect(session.unsaved()).toEqual({ count: 0, files: 0 })
  expect((await contentOf(session, id)).equals(bytes)).toBe(true)
  await session.lock()
  const again = await openedOn(nodeFs)
  expect((await contentOf(again, id)).equals(bytes)).toBe(true)
  await again.lock()
})

test('small saves go on while it waits for room, and attaching it again takes its place', async () => {
  const { session, disk, id, source } = await withWaiting()
  // What was cut off is set aside first.
  disk.free = 4 * MIB
  const { revision } = await session.item(id)
  await session.edit(id, revision, { title: 'Renamed', fields: [] })
  expect(session.unsaved()).toEqual({ count: 1, files: 1 })
  await expect(session.attachments.add(id, source)).rejects.toMatchObject({ code: 'NO_SPACE' })
  expect(session.unsaved()).toEqual({ count: 1, files: 1 })
  disk.free = Infinity
  await session.attachments.add(id, source)
  expect(session.unsaved()).toEqual({ count: 0, files: 0 })
  await session.saveAgain()
  expect((await session.item(id)).attachments).toHaveLength(1)
  await session.lock()
})

test('it goes into a copy that is written elsewhere', async () => {
  const { session, disk, id, bytes } = await withWaiting()
  disk.free = Infinity
  const target = join(place().folder, 'elsewhere.coffer')
  await session.saveCopy(target)
  expect(session.unsaved()).toEqual({ count: 1, files: 1 })
  await session.lock()
  const copy = await openedOn(nodeFs, target)
  await copy.verify()
  expect((await contentOf(copy, id)).equals(bytes)).toBe(true)
  await copy.lock()
})

const CHANGES: readonly (readonly [string, (source: string) => Promise<void>])[] = [
  ['is longer', async (source) => appendFile(source, 'x')],
  ['was written since', async (source) => utimes(source, 5, 5)],
  ['is gone', async (source) => unlink(source)],
  ['was moved', async (source) => rename(source, `${source}.old`)],
  ['has other bytes of the same date', (source) => otherBytes(source)]
]

async function otherBytes(source: string): Promise<void> {
  const { modifiedAt } = (await nodeFs.stat(source)) ?? { modifiedAt: 0 }
  await writeFile(source, randomBytes(SIZE))
  await utimes(source, modifiedAt / 1000, modifiedAt / 1000)
}

test.each(CHANGES)('one that %s is refused, and waits no longer', async (_how, change) => {
  const { session, disk, id, source } = await withWaiting()
  await change(source)
  disk.free = Infinity
  await expect(session.saveAgain()).rejects.toMatchObject({ code: 'SOURCE_CHANGED' })
  expect(session.unsaved()).toEqual({ count: 0, files: 0 })
  expect((await session.item(id)).attachments).toEqual([])
  await session.saveAgain()
  await session.lock()
})

test('one that cannot be read is refused in a copy too, which is then written without it', async () => {
  const { session, disk, id } = await withWaiting()
  disk.free = Infinity
  disk.reads = false
  const target = join(place().folder, 'elsewhere.coffer')
  await expect(session.saveCopy(target)).rejects.toMatchObject({ code: 'SOURCE_CHANGED' })
  expect(session.unsaved()).toEqual({ count: 0, files: 0 })
  await session.saveCopy(target)
  await session.lock()
  const copy = await openedOn(nodeFs, target)
  expect((await copy.item(id)).attachments).toEqual([])
  await copy.lock()
})

test('it is let go with an item that was deleted for good, and when its own disk fails while it is first read', async () => {
  const { session, disk, id, source } = await withWaiting()
  disk.free = Infinity
  await session.trash([id])
  await session.purge([id])
  await expect(session.saveAgain()).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
  expect(session.unsaved()).toEqual({ count: 0, files: 0 })
  const other = await session.create('login', login('Other', 'a second long password'))
  disk.reads = false
  await expect(session.attachments.add(other.id, source)).rejects.toMatchObject({ code: 'IO' })
  expect(session.unsaved()).toEqual({ count: 0, files: 0 })
  await session.lock()
})
