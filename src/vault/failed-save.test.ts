import { randomBytes } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { VaultError } from '../core/errors.ts'
import type { Environment } from './environment.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import type { Session } from './session.ts'
import { FAULTS, type FaultyDisk, faultyDisk } from './storage/test-support/faulty-disk.ts'
import { nodeFs, type OpenFile, type VaultFs } from './storage/vault-fs.ts'
import { eachInItsFolder, login, PASSWORD } from './test-support/quick-environment.ts'

const place = eachInItsFolder()
const ALL = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 100 } as const
const titles = (session: Session) => session.query(ALL).rows.map(({ title }) => title)

async function create() {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const item = await session.create('login', login('GitHub', 'a first long password'))
  await session.lock()
  return item
}

async function open(fs: VaultFs = nodeFs, path = place().path): Promise<Session> {
  const environment: Environment = { ...place().environment, fs }
  return openVault(environment, { path, credential: { masterPassword: PASSWORD }, mode: 'write', acceptOlder: true })
}

async function titlesAt(path: string): Promise<readonly string[]> {
  const session = await open(nodeFs, path)
  try {
    return titles(session)
  } finally {
    await session.lock()
  }
}

/** The disk of the vault, which takes writes up to here and from then on no more until it has room again. */
function fullDisk() {
  const disk = { isFull: false }
  const refuse = async (): Promise<void> => {
    if (disk.isFull) throw new VaultError('NO_SPACE')
  }
  const file = (open: OpenFile): OpenFile => ({
    ...open,
    async write(bytes, position) {
      // A full disk takes what still fits.
      if (disk.isFull) await open.write(bytes.subarray(0, 100), position)
      await refuse()
      return open.write(bytes, position)
    }
  })
  const fs: VaultFs = {
    ...nodeFs,
    async open(path, flags, mode) {
      if (flags === 'wx' && path.startsWith(place().folder)) await refuse()
      return file(await nodeFs.open(path, flags, mode))
    }
  }
  return { disk, fs }
}

describe('a save that the disk does not take', () => {
  test('is kept as not saved, and is saved when the disk has room again', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open(fs)
    const counts: number[] = []
    session.store.listen((event) => event.is === 'unsaved' && counts.push(session.unsaved().count))
    disk.isFull = true
    const edit = { title: 'Typed while the disk was full', fields: [] }
    await expect(session.edit(item.id, item.revision, edit)).rejects.toMatchObject({ code: 'NO_SPACE' })
    expect(session.unsaved().count).toBe(1)
    expect(titles(session)).toEqual(['GitHub'])
    await expect(session.saveAgain()).rejects.toMatchObject({ code: 'NO_SPACE' })
    await expect(session.create('note', { title: 'Another', fields: [] })).rejects.toMatchObject({ code: 'NO_SPACE' })
    expect(session.unsaved().count).toBe(2)
    disk.isFull = false
    await session.saveAgain()
    expect([session.unsaved().count, counts.at(-1)]).toEqual([0, 0])
    expect(titles(session)).toEqual(['Another', 'Typed while the disk was full'])
    await session.lock()
    expect(await titlesAt(place().path)).toEqual(['Another', 'Typed while the disk was full'])
  })

  test('goes with the next save that the disk takes, and trying the same again replaces it', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open(fs)
    disk.isFull = true
    for (const title of ['One', 'Two', 'Three']) {
      await expect(session.create('note', { title, fields: [] })).rejects.toMatchObject({ code: 'NO_SPACE' })
      await expect(session.edit(item.id, item.revision, { title, fields: [] })).rejects.toMatchObject({
        code: 'NO_SPACE'
      })
    }
    expect(session.unsaved().count).toBe(2)
    disk.isFull = false
    await session.trash([item.id])
    expect(session.unsaved().count).toBe(0)
    await session.restore([item.id])
    await session.lock()
    expect(await titlesAt(place().path)).toEqual(['Three', 'Three'])
  })

  test('is let go when it was taken back', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open(fs)
    disk.isFull = true
    const changed = session.edit(item.id, item.revision, { title: 'Changed', fields: [] })
    await expect(changed).rejects.toMatchObject({ code: 'NO_SPACE' })
    await session.edit(item.id, item.revision, { title: 'GitHub', fields: [] })
    expect(session.unsaved().count).toBe(0)
    disk.isFull = false
    await session.lock()
    expect(await titlesAt(place().path)).toEqual(['GitHub'])
  })

  test('can be written elsewhere, as a complete vault that opens with the same password', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open(fs)
    disk.isFull = true
    const edit = session.edit(item.id, item.revision, login('Typed and not saved', 'a second long password'))
    await expect(edit).rejects.toMatchObject({ code: 'NO_SPACE' })
    await expect(session.create('note', { title: 'New', fields: [] })).rejects.toMatchObject({ code: 'NO_SPACE' })
    const target = join(place().folder, 'elsewhere.coffer')
    await expect(session.saveCopy(target)).rejects.toMatchObject({ code: 'NO_SPACE' })
    expect(await readdir(place().folder)).not.toContain('elsewhere.coffer')
    disk.isFull = false
    expect(await session.saveCopy(target)).toMatchObject({ items: 2 })
    expect(titles(session)).toEqual(['GitHub'])
    const copy = await open(nodeFs, target)
    await copy.verify()
    expect(titles(copy)).toEqual(['New', 'Typed and not saved'])
    expect(await copy.reveal(item.id, 'password')).toBe('a second long password')
    await copy.lock()
    await session.lock()
  })

  test('is kept as a draft too, and a copy written elsewhere has it', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open(fs)
    const draft = (title: string) => ({ item: item.id, type: 'login', edit: { title, fields: [] } })
    disk.isFull = true
    for (const title of ['Half', 'Half typed'])
      await expect(session.keepDraft(draft(title))).rejects.toMatchObject({ code: 'NO_SPACE' })
    expect(session.unsaved().count).toBe(1)
    disk.isFull = false
    const target = join(place().folder, 'elsewhere.coffer')
    await session.saveCopy(target)
    const copy = await open(nodeFs, target)
    expect(copy.loadDraft()).toMatchObject(draft('Half typed'))
    await copy.lock()
    await session.saveAgain()
    expect([session.unsaved().count, session.loadDraft()]).toMatchObject([0, draft('Half typed')])
    await session.lock()
    const again = await open()
    expect(again.loadDraft()).toMatchObject(draft('Half typed'))
    await again.lock()
  })

  test('is no longer kept as a draft when the draft is dropped', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open(fs)
    const draft = { item: item.id, type: 'login', edit: { title: 'Half typed', fields: [] } }
    disk.isFull = true
    await expect(session.keepDraft(draft)).rejects.toMatchObject({ code: 'NO_SPACE' })
    await session.dropDraft()
    expect(session.unsaved().count).toBe(0)
    disk.isFull = false
    await session.saveAgain()
    expect(session.loadDraft()).toBeNull()
    await session.lock()
  })

  test('is kept with the file that it attaches, once however often it is tried, and written again or elsewhere', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open(fs)
    const bytes = randomBytes(3 * 2 ** 20)
    await writeFile(join(place().folder, 'scan.pdf'), bytes)
    disk.isFull = true
    for (const _ of ['once', 'again'])
      await expect(session.attachments.add(item.id, join(place().folder, 'scan.pdf'))).rejects.toMatchObject({
        code: 'NO_SPACE'
      })
    await expect(session.create('note', { title: 'New', fields: [] })).rejects.toMatchObject({ code: 'NO_SPACE' })
    expect(session.unsaved().count).toBe(2)
    disk.isFull = false
    const target = join(place().folder, 'elsewhere.coffer')
    await session.saveCopy(target)
    await session.saveAgain()
    expect(session.unsaved().count).toBe(0)
    await session.lock()
    for (const path of [target, place().path]) {
      const written = await open(nodeFs, path)
      await written.verify()
      expect(titles(written)).toEqual(['GitHub', 'New'])
      const { attachments } = await written.item(item.id)
      expect(attachments).toMatchObject([{ name: 'scan.pdf', size: bytes.length }])
      const out = `${path}.out`
      await written.attachments.save(
        { item: item.id, field: attachments[0]?.field ?? '' },
        { path: out, replace: false }
      )
      expect((await readFile(out)).equals(bytes)).toBe(true)
      await written.lock()
    }
  })

  test('goes to a copy in the app folder when the vault is locked while its disk is still full', async () => {
    const item = await create()
    const { disk, fs } = fullDisk()
    const session = await open({ ...fs, open: (path, flags, mode) => openBeside(fs, path, flags, mode) })
    disk.isFull = true
    const edit = session.edit(item.id, item.revision, { title: 'Not lost', fields: [] })
    await expect(edit).rejects.toMatchObject({ code: 'NO_SPACE' })
    await session.lock()
    const unsaved = join(place().environment.appFolder, 'unsaved')
    const [name = ''] = await readdir(unsaved)
    expect(await titlesAt(join(unsaved, name))).toEqual(['Not lost'])
    expect(await titlesAt(place().path)).toEqual(['GitHub'])
  })
})

/** The app folder is on another disk. */
function openBeside(fs: VaultFs, path: string, flags: 'r' | 'r+' | 'wx', mode?: number) {
  const other = path.startsWith(place().environment.appFolder)
  return other ? nodeFs.open(path, flags, mode) : fs.open(path, flags, mode)
}

/** The mark is written behind the opening: until it is, nobody knows the number of the operation that comes next. */
async function atRest(disk: FaultyDisk): Promise<void> {
  for (let before = -1; before !== disk.operations(); ) {
    before = disk.operations()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe.each(FAULTS.filter((fault) => fault !== 'kill'))('when one operation of a save ends in %s', (fault) => {
  test('it was saved, or it is kept and saved by trying again', async () => {
    const item = await create()
    let failures = 0
    for (let at = 0, operations = 1; at < operations; at++) {
      const sound = faultyDisk(nodeFs, Number.POSITIVE_INFINITY, fault)
      const quiet = await open(sound.fs)
      await atRest(sound)
      const opening = sound.operations()
      const { revision } = await quiet.edit(item.id, (await quiet.item(item.id)).revision, { title: 'x', fields: [] })
      // What the mark takes behind the save is counted too, which makes the loop longer than needed.
      operations = Math.max(operations, sound.operations() - opening)
      await quiet.lock()

      const faulty = faultyDisk(nodeFs, opening + at, fault)
      const session = await open(faulty.fs)
      await atRest(faulty)
      const title = `${fault} ${at}`
      const saved = await session.edit(item.id, revision, { title, fields: [] }).then(
        () => true,
        () => false
      )
      if (!saved) {
        failures += 1
        expect(session.unsaved().count).toBe(1)
        await session.saveAgain()
      }
      expect(session.unsaved().count).toBe(0)
      expect(titles(session)).toEqual([title])
      await session.lock()
      const again = await open()
      expect(titles(again)).toEqual([title])
      await again.verify()
      await again.lock()
    }
    if (fault !== 'short') expect(failures).toBeGreaterThan(0)
  })
})
