import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneTimeCode, parseOneTimeSecret } from '../../../core/totp/one-time-code.ts'
import { exported } from '../test-support/exported.ts'
import { fieldOf, importFile, itemOf } from '../test-support/import-file.ts'
import { hasPrograms } from '../test-support/programs.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'
import { kdbxExporter } from './kdbx-exporter.ts'
import { kdbxImporter } from './kdbx-importer.ts'
import { quickArgon2 } from '../test-support/quick-argon2.ts'

const isInstalled = hasPrograms('keepassxc-cli')
const note = isInstalled ? '' : ' (keepassxc-cli is not installed)'
const PASSWORD = 'a long password'

const field = (id: string, value: string, more: Partial<TransferField> = {}): TransferField => ({
  id,
  label: `field.${id}`,
  kind: 'text',
  concealed: false,
  section: '',
  value,
  history: [],
  ...more
})
const item = (title: string, more: Partial<TransferItem>): TransferItem => ({
  type: 'login',
  title,
  favorite: false,
  tags: [],
  createdAt: Date.UTC(2024, 0),
  changedAt: Date.UTC(2025, 0),
  trashedAt: null,
  fields: [],
  attachments: [],
  ...more
})
const OTP = 'JBSWY3DPEHPK3PXP'
const ITEMS = [
  item('Site', {
    tags: ['Work/Servers', 'blue'],
    favorite: true,
    fields: [
      field('username', 'änn <&>'),
      field('password', 'p"w\'\\ €\r\n', {
        kind: 'password',
        concealed: true,
        history: [{ at: Date.UTC(2024, 5), value: 'older' }]
      }),
      field('otp', OTP, { kind: 'otp', concealed: true }),
      field('url', 'https://a.example', { kind: 'url' }),
      field('url-2', 'https://b.example', { kind: 'url', label: 'field.url' }),
      field('notes', 'line\nline', { kind: 'multiline' }),
      field('own-pin', '0042', { label: 'PIN', kind: 'pin', concealed: true, section: 'Door' })
    ],
    attachments: [{ name: 'key.bin', mediaType: 'application/x-key', bytes: Uint8Array.of(0, 255, 10, 13) }]
  }),
  item('Steam', { fields: [field('otp', `steam://${OTP}`, { kind: 'otp', concealed: true })] }),
  item('Gone', { trashedAt: Date.UTC(2025, 2), fields: [field('username', 'old')] })
]

describe.skipIf(!isInstalled)(`keepassxc-cli and a file of ours${note}`, () => {
  let folder = ''
  let file = ''
  const cli = (command: string, ...args: string[]): string =>
    execFileSync('keepassxc-cli', [command, '-q', ...args], { input: `${PASSWORD}\n`, encoding: 'utf8' })

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'coffer-keepassxc-'))
    file = join(folder, 'ours.kdbx')
    const { bytes } = await exported(
      { items: ITEMS },
      kdbxExporter({ password: PASSWORD }, { argon2: quickArgon2, passes: 1 })
    )
    writeFileSync(file, bytes)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('it is KDBX 4 with Argon2id', () => {
    expect(cli('db-info', file)).toMatch(/KDF: Argon2id/)
  })

  test('it lists every item in its groups, and the trash as the recycle bin', () => {
    const listed = cli('ls', '-R', '-f', file).split('\n')
    expect(listed).toEqual(expect.arrayContaining(['Work/Servers/Site', 'Steam', 'Recycle Bin/Gone']))
  })

  test('it shows every value as it is', () => {
    const names = ['UserName', 'Password', 'URL', 'KP2A_URL', 'Notes', 'PIN']
    const shown = cli('show', '-s', ...names.flatMap((name) => ['-a', name]), file, 'Work/Servers/Site')
    const values = ['änn <&>', 'p"w\'\\ €\r\n', 'https://a.example', 'https://b.example', 'line\nline', '0042']
    expect(shown).toBe(`${values.join('\n')}\n`)
    expect(cli('show', file, 'Work/Servers/Site')).toContain('Tags: blue')
  })

  test.each(['Work/Servers/Site', 'Steam'])('it computes the one-time code of %s', (path) => {
    const secret = parseOneTimeSecret(path === 'Steam' ? `steam://${OTP}` : OTP)
    const before = oneTimeCode(secret, Date.now()).code
    const shown = cli('show', '-t', file, path).trim()
    expect([before, oneTimeCode(secret, Date.now()).code]).toContain(shown)
  })

  test('it hands out the attachment', () => {
    const out = join(folder, 'out.bin')
    cli('attachment-export', file, 'Work/Servers/Site', 'key.bin', out)
    expect([...readFileSync(out)]).toEqual([0, 255, 10, 13])
  })

  test('what it edits comes back, and what it did not touch is as it was', async () => {
    const attached = join(folder, 'new.txt')
    writeFileSync(attached, 'attached there')
    cli('edit', '-u', 'changed there', file, 'Work/Servers/Site')
    cli('attachment-import', file, 'Work/Servers/Site', 'new.txt', attached)
    cli('add', '-u', 'new user', '--url', 'https://new.example', file, 'Added')
    cli('rm', file, 'Steam')
    const read = await importFile(kdbxImporter, Uint8Array.from(readFileSync(file)), {
      password: PASSWORD
    })
    const site = itemOf(read, 'Site')
    expect(fieldOf(site, 'username')).toMatchObject({ value: 'changed there', history: [{ value: 'änn <&>' }] })
    expect(site).toMatchObject({ favorite: true, tags: ['Work/Servers', 'blue'], createdAt: Date.UTC(2024, 0) })
    expect(site.fields.slice(1)).toEqual(ITEMS[0]?.fields.slice(1))
    expect(site.attachments).toMatchObject([
      { name: 'key.bin', mediaType: 'application/x-key' },
      { name: 'new.txt', mediaType: 'text/plain' }
    ])
    expect(new TextDecoder().decode(site.attachments[1]?.bytes)).toBe('attached there')
    expect(fieldOf(itemOf(read, 'Added'), 'url').value).toBe('https://new.example')
    expect(itemOf(read, 'Steam').trashedAt).not.toBeNull()
    expect(fieldOf(itemOf(read, 'Steam'), 'otp').value).toBe(`steam://${OTP}`)
    expect(itemOf(read, 'Gone').trashedAt).toBe(Date.UTC(2025, 2))
  }, 60_000)

  test('a file that it made itself is read', async () => {
    const own = join(folder, 'own.kdbx')
    execFileSync('keepassxc-cli', ['db-create', '-q', '-p', own], {
      input: `${PASSWORD}\n${PASSWORD}\n`,
      stdio: 'pipe'
    })
    execFileSync('keepassxc-cli', ['add', '-q', '-p', '-u', 'me', own, 'Mine'], {
      input: `${PASSWORD}\nsecret\nsecret\n`
    })
    const read = await importFile(kdbxImporter, Uint8Array.from(readFileSync(own)), { password: PASSWORD })
    expect(fieldOf(itemOf(read, 'Mine'), 'password').value).toBe('secret')
  })

  test('the XML that it exports is read', async () => {
    const { keePassXmlImporter } = await import('../keepass-xml/keepass-xml-importer.ts')
    const xml = execFileSync('keepassxc-cli', ['export', '-q', '-f', 'xml', file], { input: `${PASSWORD}\n` })
    const read = await importFile(keePassXmlImporter, Uint8Array.from(xml))
    expect(fieldOf(itemOf(read, 'Site'), 'own-pin')).toMatchObject({ value: '0042', concealed: true })
  })
})
