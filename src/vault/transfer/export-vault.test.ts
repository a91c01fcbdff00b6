import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportFormat } from '../../shared/export-views.ts'
import { PASSWORD } from '../test-support/quick-environment.ts'
import { exportVault } from './export-vault.ts'
import { jsonImporter } from './json/read-json.ts'
import { gatherVault } from './gather.ts'
import { imported } from './test-support/exported.ts'
import { attach, put, putConcealed, quickVault } from './test-support/quick-vault.ts'

const SECRET = 'a passphrase of its own'

async function filled() {
  const made = await quickVault()
  const fields = [put('username', 'mara'), putConcealed('password', 'hunter2hunter2')]
  const { id } = await made.session.create('login', { title: 'GitHub', fields })
  return { ...made, id, at: (name: string) => join(made.folder, name) }
}

describe('exporting a vault', () => {
  test.each(exportFormat.options)(
    'as %s writes one file that only its owner may read',
    async (format) => {
      const { session, folder, at } = await filled()
      const before = await readdir(folder)
      const request = { target: at('out'), format, seal: { password: SECRET }, masterPassword: PASSWORD }
      const { items, bytes, damaged } = await session.exportItems(request)
      expect({ items, damaged }).toEqual({ items: 1, damaged: [] })
      const { size, mode } = await stat(at('out'))
      expect(size).toBe(bytes)
      expect(mode & 0o777).toBe(0o600)
      expect((await readdir(folder)).filter((name) => !before.includes(name))).toEqual(['out'])
    },
    120_000
  )

  test('gives what gathering gives', async () => {
    const { session, at } = await filled()
    await session.exportItems({ target: at('out'), format: 'json', seal: {}, masterPassword: PASSWORD })
    const { vault } = await imported(jsonImporter, await readFile(at('out')))
    expect(vault).toEqual((await gatherVault(session.store.opened())).vault)
  })

  test('asks for the master password before it writes, and never overwrites', async () => {
    const { session, folder, at } = await filled()
    const request = { target: at('out'), format: 'json', seal: {}, masterPassword: 'wrong' } as const
    await expect(session.exportItems(request)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    expect(await readdir(folder)).not.toContain('out')
    await writeFile(at('out'), 'mine')
    const taken = session.exportItems({ ...request, masterPassword: PASSWORD })
    await expect(taken).rejects.toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(await readFile(at('out'), 'utf8')).toBe('mine')
  })

  test('refuses a short passphrase, none, and keys that are none', async () => {
    const { session, at } = await filled()
    const request = { target: at('out'), masterPassword: PASSWORD }
    const age = async (seal: object) => session.exportItems({ ...request, format: 'age', seal })
    await expect(age({ password: 'short' })).rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
    await expect(age({})).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(age({ recipients: ['age1nobody'] })).rejects.toMatchObject({ code: 'BAD_RECIPIENT' })
    const sealed = session.exportItems({ ...request, format: 'bitwarden-sealed', seal: {} })
    await expect(sealed).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('names damaged attachments and writes everything else', async () => {
    const { session, id, at, ...made } = await filled()
    const bytes = new TextEncoder().encode('whole')
    await attach({ session, ...made }, id, { name: 'lost.txt', bytes, stored: null })
    const outcome = await session.exportItems({ target: at('out'), format: 'json', seal: {}, masterPassword: PASSWORD })
    expect(outcome).toMatchObject({ items: 1, damaged: [{ item: 'GitHub', attachment: 'lost.txt' }] })
    expect(await readFile(at('out'), 'utf8')).toContain('hunter2hunter2')
  })

  test('leaves nothing behind when it is cancelled', async () => {
    const { session, environment, folder, at } = await filled()
    const stop = new AbortController()
    const stopping = {
      ...environment,
      runJob: async <Value>(_: string, work: (job: { report: () => void; signal: AbortSignal }) => Promise<Value>) =>
        work({ report: () => stop.abort(), signal: stop.signal })
    }
    const request = { target: at('out'), format: 'json', seal: {}, masterPassword: PASSWORD } as const
    const cancelled = exportVault(stopping, session.store.opened(), request)
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await readdir(folder)).filter((name) => name === 'out' || name.endsWith('.tmp'))).toEqual([])
  })
})
