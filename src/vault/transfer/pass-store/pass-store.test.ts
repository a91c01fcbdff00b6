import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeFs } from '../../storage/vault-fs.ts'
import { packFolder } from '../pack-folder.ts'
import { readSource } from '../read-source.ts'
import { createReceiptBook } from '../receipt.ts'
import {
  expectNothingWorse,
  expectRefusal,
  fieldOf,
  importFile,
  itemOf,
  valuesOf
} from '../test-support/import-file.ts'
import { hasPrograms } from '../test-support/programs.ts'
import { readTar, tarNames } from '../untar.ts'
import { passEntry } from './pass-entry.ts'
import { passImporter } from './pass-importer.ts'
import type { DecryptGpg } from './run-gpg.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coffer-pass-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function store(name: string, files: Readonly<Record<string, string>>): string {
  const path = join(folder, name)
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true })
    writeFileSync(join(path, file), content)
  }
  return path
}

/** Nothing is sealed: what a store holds and how its entries are read are two things. */
const asItIs: DecryptGpg = async (sealed) => ({ text: new TextDecoder().decode(sealed) })
const importer = passImporter(asItIs)

describe('an entry of pass', () => {
  const read = (text: string) => valuesOf(passEntry('Web/site', text, createReceiptBook()))
  test.each([
    ['a password alone', 'pw\n', { password: 'pw' }],
    [
      'names with values, a code and notes',
      'p w\nuser: ann\nURL: https://a\nPIN: 0042\notpauth://totp/x?secret=JBSWY3DPEHPK3PXP\nfree text\nmore: \n',
      {
        password: 'p w',
        username: 'ann',
        url: 'https://a',
        pin: '0042',
        otp: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
        notes: 'free text'
      }
    ],
    ['the form of gopass', 'pw\n---\nlogin: ann\n', { password: 'pw', username: 'ann' }],
    [
      'the old form of gopass',
      'GOPASS-SECRET-1.0\nPassword: pw\nUsername: ann\n\nbody\n',
      { password: 'pw', username: 'ann', notes: 'body' }
    ],
    ['lines of another system', 'pw\r\nuser: ann\r\n', { password: 'pw', username: 'ann' }],
    ['no password', '\nonly text\n', { notes: 'only text' }]
  ])('%s', (_name, text, values) => {
    expect(read(text)).toEqual(values)
  })

  test('is called by its name, and tagged with the folders above it', () => {
    const item = passEntry('Work/Web/site', 'pw', createReceiptBook())
    expect(item).toMatchObject({ title: 'site', tags: ['Work/Web'], type: 'login' })
  })
})

describe('a store', () => {
  test('is a folder, or an archive of it, compressed or not', async () => {
    const path = store('plain', {
      '.gpg-id': 'me',
      'a/b.gpg': 'pw',
      'top.gpg': 'pw2',
      '.git/x.gpg': 'no',
      'README.md': 'x'
    })
    const packed = (await readSource(nodeFs, path)).bytes
    const tar = execFileSync('tar', ['-c', '-C', path, '.'])
    const compressed = execFileSync('tar', ['-cz', '-C', path, '.'])
    for (const bytes of [packed, tar, compressed].map((each) => Uint8Array.from(each))) {
      expect(importer.recognises({ name: '', bytes })).toBe(true)
      const read = await importFile(importer, bytes)
      expect(valuesOf(itemOf(read, 'b'))).toEqual({ password: 'pw' })
      expect(read.vault.items.map(({ title, tags }) => [title, tags])).toEqual(
        expect.arrayContaining([
          ['b', ['a']],
          ['top', []]
        ])
      )
      expect(read.receipt.lines).toMatchObject([{ fate: 'refused', reason: 'unreadable' }])
    }
  })

  test('is packed without what its links lead to', async () => {
    const path = store('links', { 'a.gpg': 'pw' })
    symlinkSync('/etc/passwd', join(path, 'passwd.gpg'))
    symlinkSync('..', join(path, 'up'))
    expect(readTar(await packFolder(nodeFs, path)).map(({ name }) => name)).toEqual(['a.gpg'])
  })

  test('with long names in many folders is packed whole', async () => {
    const name = `${'folder/'.repeat(25)}${'n'.repeat(120)}.gpg`
    const path = store('long', { [name]: 'pw' })
    const read = await importFile(importer, await packFolder(nodeFs, path))
    expect(read.vault.items[0]?.title).toBe('n'.repeat(120))
  })

  test('of which nothing opens is refused', async () => {
    const path = store('sealed', { 'a.gpg': 'x', 'b.gpg': 'y' })
    const { bytes } = await readSource(nodeFs, path)
    const none = passImporter(async () => ({ failed: 'noKey' }))
    await expect(importFile(none, bytes)).rejects.toMatchObject({ code: 'IMPORT_REFUSED', detail: { reason: 'noKey' } })
    const locked = passImporter(async () => ({ failed: 'wrongPassword' }))
    await expect(importFile(locked, bytes)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
    await expect(importFile(locked, bytes, { password: 'x' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  })

  test('of which some entries are for others is read without them, and the receipt names them', async () => {
    const path = store('shared', { 'a.gpg': 'theirs', 'b.gpg': 'ours' })
    const some = passImporter(async (sealed) => (sealed[0] === 0x74 ? { failed: 'noKey' } : { text: 'ours' }))
    const read = await importFile(some, (await readSource(nodeFs, path)).bytes)
    expect(read.vault.items.map(({ title }) => title)).toEqual(['b'])
    expect(read.receipt.lines).toEqual([{ item: 'a', field: '', fate: 'refused', reason: 'unreadable' }])
  })
})

describe('a hostile archive', () => {
  test('is read or refused, whatever chance makes of it', async () => {
    const bytes = await packFolder(nodeFs, store('fuzz', { 'a.gpg': 'pw', 'b/c.gpg': 'pw' }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 5 }), async (flips) => {
        const copy = Uint8Array.from(bytes)
        for (const [at, byte] of flips) copy[at] = byte
        expect(tarNames(copy).length).toBeLessThan(20)
        await expectNothingWorse(importer, copy)
      }),
      { numRuns: 300 }
    )
  })

  test('that is cut or unfolds without end is refused', async () => {
    const bytes = await packFolder(nodeFs, store('cut', { 'a.gpg': 'p'.repeat(2000) }))
    await expectRefusal(importer, bytes.subarray(0, 2500))
    const bomb = execFileSync('sh', ['-c', 'head -c 300000000 /dev/zero | gzip -9'])
    await expectRefusal(importer, Uint8Array.from(bomb))
  })
})

const hasGpg = hasPrograms('gpg', 'gpgconf')
describe.skipIf(!hasGpg)(`GnuPG${hasGpg ? '' : ' (not installed)'}`, () => {
  const kept = process.env['GNUPGHOME']
  const real = passImporter()
  const PASSPHRASE = 'of the key'
  let home = ''

  beforeAll(() => {
    home = join(folder, 'gnupg')
    mkdirSync(home)
    chmodSync(home, 0o700)
    process.env['GNUPGHOME'] = home
    // Nobody is there to be asked.
    writeFileSync(
      join(home, 'gpg-agent.conf'),
      'pinentry-program /bin/false\nmax-cache-ttl 0\ndefault-cache-ttl 0\nallow-loopback-pinentry\n'
    )
    for (const [name, passphrase] of [
      ['open@x', ''],
      ['locked@x', PASSPHRASE]
    ] as const)
      execFileSync(
        'gpg',
        [
          '--batch',
          '--quiet',
          '--pinentry-mode',
          'loopback',
          '--passphrase',
          passphrase,
          '--quick-gen-key',
          name,
          'future-default',
          'default',
          'never'
        ],
        { stdio: 'ignore' }
      )
  }, 180_000)
  afterAll(() => {
    execFileSync('gpgconf', ['--kill', 'all'])
    if (kept === undefined) delete process.env['GNUPGHOME']
    else process.env['GNUPGHOME'] = kept
  })

  const sealed = (to: string, text: string): Buffer =>
    execFileSync('gpg', ['--batch', '--quiet', '--trust-model', 'always', '-r', to, '-e'], {
      input: text,
      stdio: ['pipe', 'pipe', 'ignore']
    })

  function sealedStore(name: string, to: string): string {
    const path = store(name, {})
    mkdirSync(join(path, 'Web'), { recursive: true })
    writeFileSync(join(path, 'Web', 'site.gpg'), sealed(to, 'pw ü\nuser: ann\n'))
    return path
  }

  test('opens the entries of a store', async () => {
    const { bytes } = await readSource(nodeFs, sealedStore('gpg-open', 'open@x'))
    const read = await importFile(real, bytes)
    expect(valuesOf(itemOf(read, 'site'))).toEqual({ password: 'pw ü', username: 'ann' })
    expect(itemOf(read, 'site').tags).toEqual(['Web'])
  }, 60_000)

  test('opens them with the passphrase that was given, and with no other', async () => {
    const { bytes } = await readSource(nodeFs, sealedStore('gpg-locked', 'locked@x'))
    await expect(importFile(real, bytes)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
    await expect(importFile(real, bytes, { password: 'x' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    const read = await importFile(real, bytes, { password: PASSPHRASE })
    expect(fieldOf(itemOf(read, 'site'), 'password').value).toBe('pw ü')
  }, 60_000)

  test('that is not there is said to be missing', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = '/nowhere'
    const { bytes } = await readSource(nodeFs, store('gpg-none', { 'a.gpg': 'x' }))
    const outcome = importFile(real, bytes).finally(() => void (process.env['PATH'] = path))
    await expect(outcome).rejects.toMatchObject({ code: 'IMPORT_REFUSED', detail: { reason: 'noGpg' } })
  })

  const hasPass = hasPrograms('pass')
  test.skipIf(!hasPass)(
    `reads what pass made${hasPass ? '' : ' (not installed)'}`,
    async () => {
      const path = join(folder, 'made-by-pass')
      const env = { ...process.env, PASSWORD_STORE_DIR: path }
      execFileSync('pass', ['init', 'open@x'], { env, stdio: 'ignore' })
      execFileSync('pass', ['insert', '-m', 'Mail/me'], {
        env,
        input: 'secret\nlogin: ann\n',
        stdio: ['pipe', 'ignore', 'ignore']
      })
      const { bytes } = await readSource(nodeFs, path)
      expect(real.recognises({ name: '', bytes })).toBe(true)
      const read = await importFile(real, bytes)
      expect(valuesOf(itemOf(read, 'me'))).toEqual({ password: 'secret', username: 'ann' })
    },
    60_000
  )

  const hasGopass = hasPrograms('gopass')
  test.skipIf(!hasGopass)(
    `reads what gopass made${hasGopass ? '' : ' (not installed)'}`,
    async () => {
      const path = join(folder, 'made-by-gopass')
      const editor = join(folder, 'editor')
      writeFileSync(editor, '#!/bin/sh\nprintf "secret\\nlogin: ann\\n" > "$1"\n')
      chmodSync(editor, 0o700)
      const env = { ...process.env, HOME: folder, EDITOR: editor, PASSWORD_STORE_DIR: path }
      const run = (...args: readonly string[]) =>
        execFileSync('gopass', args, {
          env,
          input: 'secret\nlogin: ann\n',
          stdio: ['pipe', 'ignore', 'ignore'],
          timeout: 50_000
        })
      run('init', 'open@x')
      run('insert', '-m', 'me')
      const read = await importFile(real, (await readSource(nodeFs, path)).bytes)
      expect(valuesOf(itemOf(read, 'me'))).toMatchObject({ password: 'secret', username: 'ann' })
    },
    60_000
  )
})
