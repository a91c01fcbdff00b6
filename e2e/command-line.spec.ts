import { expect, test } from '@playwright/test'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CHEAP_KDF, coffer, withFolder } from './support/coffer-cli.ts'

const PASSWORD = 'correct horse battery staple'

async function createVault(folder: string): Promise<string[]> {
  const created = await coffer(folder, ['create', 'my.coffer', ...CHEAP_KDF, '--json'], [PASSWORD])
  expect(created.err).toBe('')
  expect(created.code).toBe(0)
  return (JSON.parse(created.out) as { recoveryPhrase: string[] }).recoveryPhrase
}

async function addGitHub(folder: string, password = 'tr0ub4dor&3-and-more'): Promise<void> {
  const args = [
    'add',
    'my.coffer',
    '--title',
    'GitHub',
    '--username',
    'maralind',
    '--url',
    'https://github.com/login',
    '--secret',
    'password',
    '--tag',
    'Work'
  ]
  expect(await coffer(folder, args, [PASSWORD, password])).toMatchObject({ code: 0 })
}

test('breached passwords are found in a downloaded list, without printing one', async () => {
  await withFolder(async (folder) => {
    await createVault(folder)
    await addGitHub(folder, 'hunter2')
    const hash = createHash('sha1').update('hunter2').digest('hex').toUpperCase()
    await writeFile(join(folder, 'list.txt'), `${'0'.repeat(40)}:3\r\n${hash}:17043\r\n`)
    const found = await coffer(folder, ['breaches', 'my.coffer', '--file', 'list.txt'], [PASSWORD])
    expect(found).toMatchObject({ code: 8, err: '' })
    expect(found.out).toBe('1 password looked for, 1 in known breaches.\nGitHub  password  seen 10,000 times or more\n')
    const health = await coffer(folder, ['health', 'my.coffer', '--json'], [PASSWORD])
    expect(JSON.parse(health.out)).toMatchObject({ findings: [{ kind: 'breached', seen: 10_000 }, {}, {}] })

    await writeFile(join(folder, 'list.txt'), `${'0'.repeat(40)}:3\n`)
    const none = await coffer(folder, ['breaches', 'my.coffer', '--file', 'list.txt', '--json'], [PASSWORD])
    expect([none.code, JSON.parse(none.out)]).toEqual([0, { checked: 1, found: 0, left: 0, findings: [] }])
    const wrong = await coffer(folder, ['breaches', 'my.coffer', '--file', 'my.coffer'], [PASSWORD])
    expect(wrong).toMatchObject({ code: 5, out: '' })
    expect(wrong.err).toContain('That is not a list of breached passwords')
  })
})

test.describe('the main job from the shell', () => {
  test('create, add, find, show, reveal, copy out, edit, trash and restore', async () => {
    await withFolder(async (folder) => {
      expect(await createVault(folder)).toHaveLength(24)
      await addGitHub(folder)
      const found = await coffer(folder, ['search', 'my.coffer', 'git'], [PASSWORD])
      expect(found.out).toContain('GitHub')
      expect(found.out).toContain('maralind')

      const masked = await coffer(folder, ['show', 'my.coffer', 'github'], [PASSWORD])
      expect(masked.out).toContain('••••••••••••')
      expect(masked.out).not.toContain('tr0ub4dor')
      const revealed = await coffer(
        folder,
        ['show', 'my.coffer', 'GitHub', '--field', 'password', '--reveal'],
        [PASSWORD]
      )
      expect(revealed.out).toBe('tr0ub4dor&3-and-more\n')

      expect(
        (await coffer(folder, ['edit', 'my.coffer', 'GitHub', '--set', 'username=mara', '--generate'], [PASSWORD])).code
      ).toBe(0)
      const changed = await coffer(folder, ['show', 'my.coffer', 'GitHub', '--reveal', '--json'], [PASSWORD])
      const { fields } = JSON.parse(changed.out) as { fields: { id: string; value: string; olderVersions: number }[] }
      expect(fields.find((field) => field.id === 'username')?.value).toBe('mara')
      expect(fields.find((field) => field.id === 'password')).toMatchObject({
        olderVersions: 1,
        value: expect.stringMatching(/^.{20}$/)
      })

      expect((await coffer(folder, ['trash', 'my.coffer', 'GitHub'], [PASSWORD])).code).toBe(0)
      expect((await coffer(folder, ['list', 'my.coffer', '--json'], [PASSWORD])).out.trim()).toBe('[]')
      expect((await coffer(folder, ['restore-item', 'my.coffer', 'GitHub'], [PASSWORD])).code).toBe(0)
      expect((await coffer(folder, ['list', 'my.coffer'], [PASSWORD])).out).toContain('GitHub')
    })
  })

  test('a backup is checked by stock tools, and restored over a vault that is then kept', async () => {
    await withFolder(async (folder) => {
      await createVault(folder)
      await addGitHub(folder)
      expect(
        (
          await coffer(
            folder,
            ['backup', 'my.coffer', 'copy.coffer', '--own-password'],
            [PASSWORD, 'another long passphrase']
          )
        ).code
      ).toBe(0)
      expect(await readFile(join(folder, 'copy.coffer.sha256'), 'utf8')).toMatch(/^[0-9a-f]{64} {2}copy\.coffer\n$/)
      expect(await readFile(join(folder, 'copy.coffer.minisig'), 'utf8')).toContain('untrusted comment:')
      const verified = await coffer(folder, ['verify', 'copy.coffer'], ['another long passphrase'])
      expect(verified.out).toContain('1 items')

      expect((await coffer(folder, ['trash', 'my.coffer', 'GitHub'], [PASSWORD])).code).toBe(0)
      const restored = await coffer(
        folder,
        ['restore', 'copy.coffer', 'my.coffer', '--json'],
        ['another long passphrase']
      )
      expect(restored.code).toBe(0)
      const { keptAs } = JSON.parse(restored.out) as { keptAs: string }
      expect(existsSync(keptAs.startsWith('/') ? keptAs : join(folder, keptAs))).toBe(true)
      expect((await coffer(folder, ['list', 'my.coffer'], ['another long passphrase'])).out).toContain('GitHub')
    })
  })

  test('a new master password shuts the old one out, and the phrase opens the vault again', async () => {
    await withFolder(async (folder) => {
      await createVault(folder)
      await addGitHub(folder)
      const changed = await coffer(folder, ['passwd', 'my.coffer', '--json'], [PASSWORD, 'a second master password'])
      const { recoveryPhrase } = JSON.parse(changed.out) as { recoveryPhrase: string[] }
      expect(await coffer(folder, ['unlock-check', 'my.coffer'], [PASSWORD])).toMatchObject({ code: 3, out: '' })
      const recovered = await coffer(
        folder,
        ['recover', 'my.coffer'],
        [recoveryPhrase.join(' '), 'a third master password']
      )
      expect(recovered.code).toBe(0)
      const shown = await coffer(
        folder,
        ['show', 'my.coffer', 'GitHub', '--field', 'password', '--reveal'],
        ['a third master password']
      )
      expect(shown.out).toBe('tr0ub4dor&3-and-more\n')
    })
  })

  test('one-time codes come from an otpauth link', async () => {
    await withFolder(async (folder) => {
      await createVault(folder)
      const link = 'otpauth://totp/GitHub:mara?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub'
      expect(
        (await coffer(folder, ['add', 'my.coffer', '--title', 'GitHub', '--secret', 'otp'], [PASSWORD, link])).code
      ).toBe(0)
      expect((await coffer(folder, ['totp', 'my.coffer', 'GitHub'], [PASSWORD])).out).toMatch(/^\d{6}\n$/)
    })
  })

  test('a passphrase of my own dice is the one of the printed list', async () => {
    const made = await coffer('/', [
      'generate',
      '--dice',
      '11111',
      '--dice',
      '66666',
      '--dice',
      '11111',
      '--dice',
      '66666'
    ])
    expect(made).toMatchObject({ code: 0, out: 'abacus zoom abacus zoom\n', err: '51.7 bits\n' })
  })
})

test.describe('bad input gets one sentence, an exit code, and changes nothing', () => {
  test('a wrong password', async () => {
    await withFolder(async (folder) => {
      await createVault(folder)
      const before = await readFile(join(folder, 'my.coffer'))
      const refused = await coffer(folder, ['add', 'my.coffer', '--title', 'X'], ['not the password at all'])
      expect(refused).toEqual({ code: 3, out: '', err: 'That password does not open this vault.\n' })
      expect(await readFile(join(folder, 'my.coffer'))).toEqual(before)
    })
  })

  test('a file that is no vault, a vault that is not there, a vault that is there already', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, 'note.txt'), 'hello')
      expect(await coffer(folder, ['list', 'note.txt'], [PASSWORD])).toMatchObject({
        code: 5,
        err: 'This file is not a Coffer vault.\n'
      })
      expect(await coffer(folder, ['list', 'none.coffer'], [PASSWORD])).toMatchObject({ code: 4 })
      await createVault(folder)
      expect(await coffer(folder, ['create', 'my.coffer', ...CHEAP_KDF], [PASSWORD])).toMatchObject({ code: 6 })
      expect((await readdir(folder)).filter((name) => !['app', 'my.coffer', 'note.txt'].includes(name))).toEqual([])
    })
  })

  test('a password that is too short, and a concealed value in an argument', async () => {
    await withFolder(async (folder) => {
      expect(await coffer(folder, ['create', 'my.coffer', ...CHEAP_KDF], ['short'])).toMatchObject({ code: 2 })
      expect(existsSync(join(folder, 'my.coffer'))).toBe(false)
      await createVault(folder)
      const refused = await coffer(
        folder,
        ['add', 'my.coffer', '--title', 'X', '--set', 'password=in-my-history'],
        [PASSWORD]
      )
      expect(refused.code).toBe(2)
      expect(refused.err).not.toContain('in-my-history')
    })
  })

  test('a flipped bit is damage with its place, and salvage says what was lost', async () => {
    await withFolder(async (folder) => {
      await createVault(folder)
      await addGitHub(folder)
      await coffer(folder, ['add', 'my.coffer', '--title', 'Second'], [PASSWORD])
      const path = join(folder, 'my.coffer')
      const bytes = await readFile(path)
      const at = bytes.length - 1200
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await writeFile(path, bytes)
      const refused = await coffer(folder, ['list', 'my.coffer'], [PASSWORD])
      expect(refused.code).toBe(5)
      expect(refused.err).toMatch(/damaged at byte \d+/)
      const salvaged = await coffer(folder, ['salvage', 'my.coffer', 'saved.coffer', '--json'], [PASSWORD])
      expect(salvaged.code).toBe(5)
      expect(JSON.parse(salvaged.out)).toMatchObject({ lostFrames: expect.any(Number) })
      expect(await readFile(path)).toEqual(bytes)
      expect((await coffer(folder, ['list', 'saved.coffer'], [PASSWORD])).code).toBe(0)
    })
  })

  test('a torn tail opens to the state before it, says so, and keeps the bytes', async () => {
    await withFolder(async (folder) => {
      await createVault(folder)
      await addGitHub(folder)
      const path = join(folder, 'my.coffer')
      const whole = await readFile(path)
      await coffer(folder, ['add', 'my.coffer', '--title', 'Second'], [PASSWORD])
      await truncate(path, whole.length + 100)
      const app = join(folder, 'app')
      await writeFile(join(folder, 'moved'), '')
      const opened = await coffer(folder, ['list', 'my.coffer', '--accept-older'], [PASSWORD])
      expect(opened.err).toContain('100 bytes set aside')
      expect(opened.out).toContain('GitHub')
      expect(existsSync(app)).toBe(true)
    })
  })
})

test('inspect needs no password and shows only what the file shows to anyone', async () => {
  await withFolder(async (folder) => {
    await createVault(folder)
    const seen = await coffer(folder, ['inspect', 'my.coffer'])
    expect(seen.code).toBe(0)
    expect(seen.out).toContain('password, Argon2id 64 MiB × 3 passes × 1 lanes')
    expect(seen.out).toContain('recovery phrase')
  })
})
