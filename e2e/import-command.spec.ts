import { expect, test } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHEAP_KDF, coffer, withFolder } from './support/coffer-cli.ts'

const PASSWORD = 'correct horse battery staple'
const CSV =
  'name,url,username,password,note\nGitHub,https://github.com,mara,s3cret-one,\nMail,https://mail.example,mara,s3cret-two,"a, b"\n'

async function vaultAnd(folder: string, name: string, text: string): Promise<void> {
  expect((await coffer(folder, ['create', 'my.coffer', ...CHEAP_KDF], [PASSWORD])).code).toBe(0)
  await writeFile(join(folder, name), text)
}

test.describe('coffer import', () => {
  test('shows what would come in, brings it in with a receipt, and joins what is there the next time', async () => {
    await withFolder(async (folder) => {
      await vaultAnd(folder, 'export.bin', CSV)
      const args = ['import', 'my.coffer', 'export.bin', '--json']
      const preview = await coffer(folder, [...args, '--preview'], [PASSWORD])
      expect(JSON.parse(preview.out)).toMatchObject({ format: 'chrome-csv', items: { found: 2, fresh: 2, joined: 0 } })
      expect((await coffer(folder, ['list', 'my.coffer', '--json'], [PASSWORD])).out.trim()).toBe('[]')

      const done = await coffer(folder, args, [PASSWORD])
      expect(done).toMatchObject({ code: 0, err: '' })
      expect(JSON.parse(done.out)).toMatchObject({
        backup: expect.stringContaining('my backups'),
        summary: { fields: { found: 9, imported: 9, kept: 0, refused: 0 } }
      })
      expect(done.out).not.toContain('s3cret')
      const shown = await coffer(folder, ['show', 'my.coffer', 'Mail', '--field', 'password', '--reveal'], [PASSWORD])
      expect(shown.out).toBe('s3cret-two\n')

      const again = await coffer(folder, ['import', 'my.coffer', 'export.bin'], [PASSWORD])
      expect(again.out).toContain('joined')
      expect(again.out).toMatch(/items\s+2\s+0\s+2/)
    })
  })

  test('is taken back by the backup that it names', async () => {
    await withFolder(async (folder) => {
      await vaultAnd(folder, 'export.csv', CSV)
      const done = await coffer(folder, ['import', 'my.coffer', 'export.csv', '--json'], [PASSWORD])
      const { backup } = JSON.parse(done.out) as { backup: string }
      expect((await coffer(folder, ['restore', backup, 'my.coffer'], [PASSWORD])).code).toBe(0)
      expect((await coffer(folder, ['list', 'my.coffer', '--json', '--accept-older'], [PASSWORD])).out.trim()).toBe(
        '[]'
      )
    })
  })

  test('takes any table by a mapping of its columns', async () => {
    await withFolder(async (folder) => {
      await vaultAnd(folder, 'table.csv', 'Dienst;Wo;Wer;Geheim\nGitHub;https://github.com;mara;s3cret\n')
      const mapping = ['Dienst=title', 'Wo=url', 'Wer=username', 'Geheim=password'].flatMap((one) => ['--mapping', one])
      expect((await coffer(folder, ['import', 'my.coffer', 'table.csv', ...mapping], [PASSWORD])).code).toBe(0)
      const shown = await coffer(folder, ['show', 'my.coffer', 'GitHub', '--field', 'password', '--reveal'], [PASSWORD])
      expect(shown.out).toBe('s3cret\n')
      const wrong = await coffer(folder, ['import', 'my.coffer', 'table.csv', '--mapping', 'Nix=url'], [PASSWORD])
      expect([wrong.code, wrong.err]).toEqual([2, 'The table has no column "Nix".\n'])
    })
  })

  test('says in one sentence what is wrong with a file, and changes nothing', async () => {
    await withFolder(async (folder) => {
      await vaultAnd(folder, 'cut.csv', CSV.slice(0, -3))
      await writeFile(join(folder, 'what.bin'), 'neither this nor that')
      const account = { encrypted: true, encKeyValidation_DO_NOT_EDIT: '2.x', folders: [], items: [] }
      await writeFile(join(folder, 'account.json'), JSON.stringify(account))
      const tried = async (file: string) => {
        const { code, err } = await coffer(folder, ['import', 'my.coffer', file], [PASSWORD])
        return [code, err.trim().split('\n').length, err]
      }
      expect(await tried('cut.csv')).toEqual([5, 1, expect.stringContaining('row 3')])
      expect(await tried('what.bin')).toEqual([2, 1, expect.stringContaining('does not know')])
      expect(await tried('account.json')).toEqual([5, 1, expect.stringContaining('password protected')])
      expect(await tried('nothing.csv')).toEqual([4, 1, expect.stringContaining('no file of that name')])
      expect((await coffer(folder, ['list', 'my.coffer', '--json'], [PASSWORD])).out.trim()).toBe('[]')
    })
  })
})
