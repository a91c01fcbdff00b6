import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { hostname } from 'node:os'
import { VaultError } from '../../core/errors.ts'
import type { Environment } from '../environment.ts'
import { createVault } from '../create-vault.ts'
import { openVault, type OpenRequest } from '../open-vault.ts'
import { restoreBackup } from '../restore-backup.ts'
import { recoverVault } from '../recover-vault.ts'
import type { Session } from '../session.ts'
import { eachInItsFolder, login, NEXT, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
let environment: Environment
beforeEach(() => {
  ;({ environment } = place())
})

const SECRET = { ...login('Deploy key', 'ghp_0123456789'), tags: [] }
const create = async () => createVault(environment, { path: place().path, name: 'Mine', masterPassword: PASSWORD })
const open = async (more: Partial<OpenRequest> & { readonly by?: string } = {}): Promise<Session> => {
  const { by, ...request } = more
  const credential = { masterPassword: PASSWORD }
  const as = by === undefined ? environment : { ...environment, by }
  return openVault(as, { path: place().path, credential, mode: 'write', ...request })
}
const acts = async ({ journal }: Session) => (await journal.all({})).map(({ act }) => act)

describe('the access journal', () => {
  test('says who did what with which field, when and on which device, and survives the lock', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    const before = Date.now()
    await session.reveal(id, 'password')
    await session.reveal(id, 'password', 'copied')
    await session.lock()

    const again = await open()
    const entries = await again.journal.all({ item: id })
    expect(entries).toMatchObject([
      { act: 'copied', by: 'window', item: { id, title: 'Deploy key', type: 'api' } },
      { act: 'revealed', fields: [{ id: 'password', label: 'field.password' }], device: { name: hostname() } }
    ])
    expect(entries[0]?.at).toBeGreaterThanOrEqual(before)
    expect(JSON.stringify(entries)).not.toContain('ghp_')
    await again.lock()
  })

  test('is written within a second, without anybody waiting for it', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    const size = (await stat(place().path)).size
    await session.reveal(id, 'password')
    expect((await stat(place().path)).size).toBe(size)
    await expect.poll(async () => (await stat(place().path)).size, { timeout: 1000 }).toBeGreaterThan(size)
    await session.lock()
  })

  test('is not readable in the file', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.reveal(id, 'password')
    await session.lock()
    const bytes = (await readFile(place().path)).toString('latin1')
    for (const text of ['revealed', id, 'window']) expect(bytes).not.toContain(text)
  })

  test('takes the same act within a minute for one, and another field or act for another', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    for (let time = 0; time < 5; time++) await session.reveal(id, 'password', 'copied')
    await session.journal.settle()
    await session.reveal(id, 'password', 'copied')
    await session.reveal(id, 'password')
    expect(await acts(session)).toEqual(['revealed', 'copied'])
    await session.lock()
  })

  test('notes nothing of open fields and of one-time codes', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.reveal(id, 'username', 'copied')
    expect(await acts(session)).toEqual([])
    await session.lock()
  })

  test('notes of other items only where the vault says so, which is noted itself', async () => {
    const { session } = await create()
    const { id } = await session.create('login', SECRET)
    await session.reveal(id, 'password')
    expect(await session.journal.ofItem(id)).toEqual({ noted: false, times: 0, last: null })
    await session.journal.setPolicy('all')
    await session.reveal(id, 'password')
    expect(await acts(session)).toEqual(['revealed', 'policy'])
    expect(await session.journal.ofItem(id)).toMatchObject({ noted: true, times: 1, last: { act: 'revealed' } })
    await session.journal.setPolicy('none')
    await session.reveal(id, 'password', 'copied')
    expect(await acts(session)).toEqual(['policy', 'revealed', 'policy'])
    await session.lock()
  })

  test('notes exports, backups and changes of the keys whatever the policy', async () => {
    const { session } = await create()
    await session.journal.setPolicy('none')
    await session.create('login', SECRET)
    await session.exportBackup({ target: `${place().path}.backup`, masterPassword: PASSWORD })
    await session.exportItems({
      target: `${place().path}.json`,
      format: 'json',
      seal: {},
      masterPassword: PASSWORD
    })
    await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    expect(await acts(session)).toEqual(['password', 'exported', 'backup', 'policy'])
    await session.lock()
  })

  test('says that the phrase was used, and that a backup was put back', async () => {
    const { session, recoveryPhrase } = await create()
    await session.exportBackup({ target: `${place().path}.backup`, masterPassword: PASSWORD })
    await session.lock()
    const recovered = await recoverVault(environment, {
      path: place().path,
      phrase: recoveryPhrase.join(' '),
      newMasterPassword: NEXT
    })
    expect(await acts(recovered.session)).toContain('recovered')
    await recovered.session.lock()
    const restored = await restoreBackup(environment, {
      backup: `${place().path}.backup`,
      target: place().path,
      password: PASSWORD
    })
    expect(await acts(restored.session)).toContain('restored')
    await restored.session.lock()
  })

  test('keeps the id of an item that is gone', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.reveal(id, 'password')
    await session.trash([id])
    await session.purge([id])
    expect(await session.journal.all({})).toMatchObject([
      { act: 'purged', item: { id, title: null } },
      { act: 'revealed', item: { id, title: null }, fields: [{ id: 'password', label: '' }] }
    ])
    await session.lock()
  })

  test('waits for a disk that takes it, and is left beside the vault when none does before the lock', async () => {
    let full = false
    const fs = {
      ...environment.fs,
      open: async (path: string, flags: 'r' | 'r+' | 'wx', mode?: number) => {
        const file = await environment.fs.open(path, flags, mode)
        const write: typeof file.write = async (bytes, position) => {
          if (full && path === place().path) throw new VaultError('NO_SPACE')
          return file.write(bytes, position)
        }
        return { ...file, write }
      }
    }
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.lock()
    const request = { path: place().path, credential: { masterPassword: PASSWORD }, mode: 'write' } as const
    const shown = await openVault({ ...environment, fs }, request)
    full = true
    expect(await shown.reveal(id, 'password')).toBe('ghp_0123456789')
    await shown.journal.settle()
    expect(await acts(shown)).toEqual(['revealed'])
    await shown.lock()
    const again = await open()
    await again.journal.settle()
    await again.lock()
    const last = await open({ mode: 'read' })
    expect(await acts(last)).toEqual(['revealed'])
    await last.lock()
  })

  test('is nothing that can be taken back', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.reveal(id, 'password')
    await session.journal.settle()
    await session.undo.undo()
    expect(await session.undo.undo()).toBe(null)
    expect(await acts(session)).toEqual(['revealed'])
    await session.lock()
  })

  test('is compacted, re-keyed and opened again with the rest', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.reveal(id, 'password')
    await session.compact()
    await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    await session.lock()
    const again = await openVault(environment, {
      path: place().path,
      credential: { masterPassword: NEXT },
      mode: 'read'
    })
    expect(await acts(again)).toEqual(['password', 'revealed'])
    await again.lock()
  })
})

describe('a command that only reads', () => {
  test('leaves its entry in the vault when nobody else has it open', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.lock()
    const reading = await open({ mode: 'read', by: 'coffer read' })
    await reading.reveal(id, 'password', 'read')
    await reading.lock()
    const again = await open({ mode: 'read' })
    expect(await again.journal.all({})).toMatchObject([{ act: 'read', by: 'coffer read', item: { id } }])
    expect(again.view().notices).toEqual([])
    await again.lock()
    // It goes on under the same device, and nothing looks older than it is.
    const writing = await open()
    expect(writing.view()).toMatchObject({ readOnly: false, notices: [] })
    await writing.lock()
  })

  test('leaves a note where another has it open, which that one takes in', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    const reading = await open({ mode: 'read', by: 'coffer run' })
    await reading.reveal(id, 'password', 'read')
    await reading.lock()
    await session.journal.settle()
    expect(await session.journal.all({})).toMatchObject([{ act: 'read', by: 'coffer run' }])
    // Taken in once, however often it looks.
    await session.journal.settle()
    expect(await acts(session)).toEqual(['read'])
    await session.lock()
  })

  test('leaves no note behind that nobody could open, and none is lost that somebody still may', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    const folder = join(environment.appFolder, 'journal')
    const leave = async () => {
      const reading = await open({ mode: 'read', by: 'coffer run' })
      await reading.reveal(id, 'password', 'read')
      await reading.lock()
      const [vault = ''] = await readdir(folder)
      const [name = ''] = await readdir(join(folder, vault))
      return join(folder, vault, name)
    }
    const changed = async (change: (text: string) => string) => {
      const path = await leave()
      await writeFile(path, change(await readFile(path, 'utf8')))
      await session.journal.settle()
      return (await stat(path).catch(() => null)) !== null
    }
    expect(
      await changed((text) => text.replace('"keyEpoch":1', '"keyEpoch":0').replace('"sealed":"', '"sealed":"AAAA'))
    ).toBe(false)
    expect(await changed(() => 'no note')).toBe(false)
    expect(await acts(session)).toEqual([])
    expect(
      await changed((text) => text.replace('"keyEpoch":1', '"keyEpoch":2').replace('"sealed":"', '"sealed":"AAAA'))
    ).toBe(true)
    await session.lock()
  })

  test('sees notes that nobody has taken in yet', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    const reading = await open({ mode: 'read', by: 'coffer run' })
    await reading.reveal(id, 'password', 'read')
    await reading.lock()
    const other = await open({ mode: 'read' })
    expect(await acts(other)).toEqual(['read'])
    await other.lock()
    await session.lock()
  })

  test('leaves nothing where nothing can be written, and does not fail for it', async () => {
    const { session } = await create()
    const { id } = await session.create('api', SECRET)
    await session.lock()
    const fs = {
      ...environment.fs,
      open: async (path: string, flags: 'r' | 'r+' | 'wx', mode?: number) => {
        if (flags !== 'r' && !path.startsWith(environment.appFolder)) throw new VaultError('READ_ONLY')
        return environment.fs.open(path, flags, mode)
      }
    }
    const request = { path: place().path, credential: { masterPassword: PASSWORD }, mode: 'read' } as const
    const reading = await openVault({ ...environment, fs }, request)
    expect(await reading.reveal(id, 'password', 'read')).toBe('ghp_0123456789')
    await reading.lock()
    const again = await open({ mode: 'read' })
    expect(await acts(again)).toEqual([])
    await again.lock()
    const shown = await openVault({ ...environment, fs }, { ...request, mode: 'write', lenient: true })
    expect(await shown.journal.view()).toMatchObject({ kept: false })
    await shown.lock()
  })

  test('many at the same time lose none of their entries', async () => {
    const { session } = await create()
    const ids: string[] = []
    for (let count = 0; count < 6; count++) ids.push((await session.create('api', SECRET)).id)
    await session.lock()
    const readings = await Promise.all(ids.map(async () => open({ mode: 'read', by: 'coffer read' })))
    await Promise.all(readings.map(async (reading, index) => reading.reveal(ids[index] ?? '', 'password', 'read')))
    await Promise.all(readings.map(async (reading) => reading.lock()))
    const again = await open()
    await again.journal.settle()
    expect((await again.journal.all({})).map(({ item }) => item?.id).toSorted()).toEqual(ids.toSorted())
    await again.lock()
  })
})
