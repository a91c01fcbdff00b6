import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import type { Job } from '../environment.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import { nodeFs, type VaultFs } from '../storage/vault-fs.ts'
import { MAX_CHUNK } from '../storage/chunk-body.ts'
import { PASSWORD, quickEnvironment } from '../test-support/quick-environment.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-attachments-'))
})
afterEach(async () => rm(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const vault = () => at('my.coffer')

async function newVault(options: Partial<Job> = {}) {
  const environment = quickEnvironment(at('app'), options)
  const { session } = await createVault(environment, { path: vault(), name: 'Mine', masterPassword: PASSWORD })
  const { id } = await session.create('note', { title: 'Deed', fields: [] })
  return { session, id, environment }
}

const reopen = async () =>
  openVault(quickEnvironment(at('app')), {
    path: vault(),
    credential: { masterPassword: PASSWORD },
    mode: 'write'
  })

async function file(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(at(name), bytes)
  return at(name)
}

describe('an attachment', () => {
  test.each([
    ['nothing', 0],
    ['one byte', 1],
    ['one chunk to the byte', MAX_CHUNK],
    ['one byte more than a chunk', MAX_CHUNK + 1],
    ['more chunks than one save carries', 9 * MAX_CHUNK + 5]
  ])('of %s comes back byte for byte after locking', async (_, size) => {
    const { session, id } = await newVault()
    const bytes = randomBytes(size)
    const { field } = await session.attachments.add(id, await file('deed.bin', bytes))
    expect((await session.item(id)).attachments).toEqual([
      { field, name: 'deed.bin', size, mediaType: 'application/octet-stream' }
    ])
    await session.lock()
    const again = await reopen()
    await again.attachments.save({ item: id, field }, { path: at('out.bin'), replace: false })
    expect((await readFile(at('out.bin'))).equals(bytes)).toBe(true)
    expect((await stat(at('out.bin'))).mode & 0o777).toBe(0o600)
    await again.lock()
  })

  test('is sealed in the file, name and content', async () => {
    const { session, id } = await newVault()
    await session.attachments.add(id, await file('last-will.txt', Buffer.from('everything to the cat')))
    await session.lock()
    const bytes = (await readFile(vault())).toString('latin1')
    for (const text of ['last-will', 'the cat']) expect(bytes).not.toContain(text)
  })

  test('is no field that is typed in, and an edit leaves it alone', async () => {
    const { session, id } = await newVault()
    await session.attachments.add(id, await file('deed.txt', Buffer.from('deed')))
    const before = await session.item(id)
    expect(before.fields).toEqual([])
    const after = await session.edit(id, before.revision, { title: 'The deed', fields: [] })
    expect(after.attachments).toHaveLength(1)
    await session.lock()
  })

  test('is renamed, removed and put back, and a copy of the item has it too', async () => {
    const { session, id } = await newVault()
    const { field } = await session.attachments.add(id, await file('a.txt', Buffer.from('deed')))
    const place = { item: id, field }
    await session.attachments.rename(place, 'Deed\n2026/07.txt')
    expect((await session.item(id)).attachments[0]?.name).toBe('Deed 2026 07.txt')
    const copy = await session.duplicate(id)
    await session.attachments.remove(place)
    expect((await session.item(id)).attachments).toEqual([])
    await expect(session.attachments.preview(place)).rejects.toMatchObject({ code: 'FIELD_NOT_FOUND' })
    await session.undo.undo()
    expect(await session.attachments.preview(place)).toEqual({ is: 'text', text: 'deed', cut: false })
    expect(await session.attachments.preview({ item: copy.id, field })).toMatchObject({ text: 'deed' })
    await session.lock()
  })

  test('goes when its adding is taken back, and comes again, bytes and all', async () => {
    const { session, id } = await newVault()
    const bytes = randomBytes(10 * MAX_CHUNK)
    const { field } = await session.attachments.add(id, await file('a.bin', bytes))
    await session.undo.undo()
    expect((await session.item(id)).attachments).toEqual([])
    await session.undo.redo()
    await session.attachments.save({ item: id, field }, { path: at('out.bin'), replace: false })
    expect((await readFile(at('out.bin'))).equals(bytes)).toBe(true)
    await session.lock()
  })

  test('stays readable under new keys', async () => {
    const { session, id } = await newVault()
    const bytes = randomBytes(2 * MAX_CHUNK)
    const { field } = await session.attachments.add(id, await file('a.bin', bytes))
    await session.changeMasterPassword({ current: PASSWORD, next: 'a second master password' })
    await session.attachments.save({ item: id, field }, { path: at('out.bin'), replace: false })
    expect((await readFile(at('out.bin'))).equals(bytes)).toBe(true)
    await session.lock()
  })
})

describe('adding', () => {
  test('tells how far it is, and lets other edits be saved in between', async () => {
    const seen: number[] = []
    const { session, id } = await newVault({ report: (done) => seen.push(done) })
    const path = await file('a.bin', randomBytes(20 * MAX_CHUNK))
    const adding = session.attachments.add(id, path)
    const other = await session.create('note', { title: 'Meanwhile', fields: [] })
    expect((await session.item(id)).attachments).toEqual([])
    await adding
    expect(seen).toEqual([8 * MAX_CHUNK, 16 * MAX_CHUNK, 20 * MAX_CHUNK])
    await session.lock()
    const again = await reopen()
    expect((await again.item(other.id)).title).toBe('Meanwhile')
    await again.lock()
  })

  test('begins again when the vault is written anew under it, and loses nothing', async () => {
    const { session, id } = await newVault()
    const bytes = randomBytes(20 * MAX_CHUNK)
    const adding = session.attachments.add(id, await file('a.bin', bytes))
    await session.create('note', { title: 'Behind the first slice', fields: [] })
    await session.changeMasterPassword({ current: PASSWORD, next: 'a second master password' })
    const { field } = await adding
    await session.attachments.save({ item: id, field }, { path: at('out.bin'), replace: false })
    expect((await readFile(at('out.bin'))).equals(bytes)).toBe(true)
    await session.lock()
  })

  test('can be given up: the item is as it was, and the vault goes on', async () => {
    const cancel = new AbortController()
    const { session, id } = await newVault({
      signal: cancel.signal,
      report: (done) => (done > 0 ? cancel.abort() : undefined)
    })
    const adding = session.attachments.add(id, await file('a.bin', randomBytes(20 * MAX_CHUNK)))
    await expect(adding).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await session.item(id)).attachments).toEqual([])
    await session.create('note', { title: 'After', fields: [] })
    await session.lock()
    const again = await reopen()
    expect(again.view()).toMatchObject({ items: 2, notices: [] })
    await again.lock()
  })

  test('refuses a folder, a missing file, a file that is too large and an item that is gone', async () => {
    const { session, id } = await newVault()
    await expect(session.attachments.add(id, folder)).rejects.toMatchObject({ code: 'NOT_A_FILE' })
    await expect(session.attachments.add(id, at('nothing'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const huge = await open(at('huge.bin'), 'w')
    await huge.truncate(2 ** 30 + 1)
    await huge.close()
    await expect(session.attachments.add(id, at('huge.bin'))).rejects.toMatchObject({
      code: 'TOO_LARGE',
      detail: { what: 'attachment' }
    })
    const gone = '00000000-0000-4000-8000-000000000001'
    await expect(session.attachments.add(gone, at('huge.bin'))).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
    expect((await session.item(id)).attachments).toEqual([])
    await session.lock()
  })

  test('answers LOCKED when the vault locks meanwhile', async () => {
    const { session, id } = await newVault()
    const adding = session.attachments.add(id, await file('a.bin', randomBytes(20 * MAX_CHUNK)))
    const settled = expect(adding).rejects.toMatchObject({ code: 'LOCKED' })
    await session.lock()
    await settled
  })
})

describe('a damaged attachment', () => {
  test('is told apart, leaves nothing behind, and its item and the others stay usable', async () => {
    const { session, id } = await newVault()
    const bad = await session.attachments.add(id, await file('bad.bin', randomBytes(3 * MAX_CHUNK)))
    const good = await session.attachments.add(id, await file('good.txt', Buffer.from('fine')))
    // New keys write one snapshot, whose chunk frames stay sealed at opening.
    await session.changeMasterPassword({ current: PASSWORD, next: PASSWORD })
    await session.lock()
    const bytes = await readFile(vault())
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(vault(), bytes)
    const again = await reopen()
    const save = again.attachments.save({ item: id, field: bad.field }, { path: at('out.bin'), replace: false })
    await expect(save).rejects.toMatchObject({ code: 'ATTACHMENT_DAMAGED' })
    expect((await readdir(folder)).filter((name) => name.includes('out') || name.endsWith('.tmp'))).toEqual([])
    expect(await again.attachments.preview({ item: id, field: good.field })).toMatchObject({ text: 'fine' })
    expect((await again.item(id)).title).toBe('Deed')
    await again.lock()
  })
})

test('a file that is attached does not take the place of an edit that waits for the disk', async () => {
  const { session, id, environment } = await newVault()
  await session.lock()
  const disk = { isFull: false }
  const fs: VaultFs = {
    ...nodeFs,
    async open(path, flags, mode) {
      const file = await nodeFs.open(path, flags, mode)
      const write: typeof file.write = async (bytes, position) => {
        if (disk.isFull) throw new VaultError('NO_SPACE')
        return file.write(bytes, position)
      }
      return { ...file, write }
    }
  }
  const again = await openVault(
    { ...environment, fs },
    { path: vault(), credential: { masterPassword: PASSWORD }, mode: 'write' }
  )
  const { revision } = await again.item(id)
  disk.isFull = true
  await expect(again.edit(id, revision, { title: 'Typed', fields: [] })).rejects.toMatchObject({ code: 'NO_SPACE' })
  disk.isFull = false
  await again.attachments.add(id, await file('a.txt', Buffer.from('deed')))
  expect(await again.item(id)).toMatchObject({ title: 'Typed', attachments: [{ name: 'a.txt' }] })
  await again.lock()
})

describe('saving', () => {
  test('takes no place that is taken unless it was asked to', async () => {
    const { session, id } = await newVault()
    const { field } = await session.attachments.add(id, await file('a.txt', Buffer.from('deed')))
    const target = await file('mine.txt', Buffer.from('mine'))
    const place = { item: id, field }
    await expect(session.attachments.save(place, { path: target, replace: false })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS'
    })
    expect(await readFile(target, 'utf8')).toBe('mine')
    await session.attachments.save(place, { path: target, replace: true })
    expect(
      createHash('sha256')
        .update(await readFile(target))
        .digest('hex')
    ).toBe(createHash('sha256').update('deed').digest('hex'))
    await session.lock()
  })
})
