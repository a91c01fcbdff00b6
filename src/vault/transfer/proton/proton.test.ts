import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { createMessage, encrypt, enums } from 'openpgp'
import { describe, expect, test } from 'vitest'
import {
  expectNothingWorse,
  expectRefusal,
  fieldOf,
  importFile,
  itemOf,
  valuesOf
} from '../test-support/import-file.ts'
import { hasPrograms } from '../test-support/programs.ts'
import { zipFile } from '../test-support/zip-file.ts'
import { OTHER_IMPORTED_DATA } from '../transfer-vault.ts'
import { protonImporter } from './proton-importer.ts'

type Json = Record<string, unknown>
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const item = (type: string, name: string, content: Json, more: Json = {}, data: Json = {}): Json => ({
  itemId: name,
  data: { metadata: { name, note: '' }, extraFields: [], type, content, ...data },
  state: 1,
  createTime: 1_600_000_000,
  modifyTime: 1_700_000_000,
  ...more
})
const documentOf = (items: readonly unknown[], vaults = 1): string => {
  const all = Array.from({ length: vaults }, (_, index) => [
    `share${index}`,
    { name: `Vault ${index}`, items: index === 0 ? items : [] }
  ])
  return JSON.stringify({ encrypted: false, userId: 'u', version: '1.0.0', vaults: Object.fromEntries(all) })
}
const fileOf = (items: readonly unknown[], files: Record<string, string> = {}): Uint8Array =>
  zipFile({ 'Proton Pass/data.json': documentOf(items), ...files })

const LOGIN = item(
  'login',
  'Site',
  {
    itemEmail: 'a@x',
    itemUsername: 'ann',
    password: 'pw',
    urls: ['https://a', 'https://b'],
    totpUri: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
    passkeys: [{ keyId: 'k', content: 'c' }]
  },
  { pinned: true },
  {
    metadata: { name: 'Site', note: 'text' },
    extraFields: [
      { fieldName: 'PIN', type: 'hidden', data: { content: '0042' } },
      { fieldName: 'Second', type: 'totp', data: { totpUri: 'JBSWY3DPEHPK3PXP' } }
    ]
  }
)

describe('an export of Proton Pass', () => {
  test('is recognised as an archive, as a document and sealed', () => {
    const forms = [
      fileOf([]),
      utf8(documentOf([])),
      utf8('-----BEGIN PGP MESSAGE-----\n'),
      zipFile({ 'Proton Pass/data.pgp': 'x' })
    ]
    expect(forms.map((bytes) => protonImporter.recognises({ name: '', bytes }))).toEqual([true, true, true, true])
    expect(protonImporter.recognises({ name: 'data.json', bytes: utf8('{"items":[]}') })).toBe(false)
  })

  test('has logins with their addresses, codes, notes and own fields; passkeys are kept whole', async () => {
    const read = await importFile(protonImporter, fileOf([LOGIN]))
    const login = itemOf(read, 'Site')
    expect(login).toMatchObject({
      type: 'login',
      favorite: true,
      tags: [],
      createdAt: 1_600_000_000_000,
      changedAt: 1_700_000_000_000
    })
    expect(valuesOf(login)).toEqual({
      username: 'ann',
      email: 'a@x',
      password: 'pw',
      url: 'https://a',
      'url-2': 'https://b',
      otp: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
      notes: 'text',
      pin: '0042',
      second: 'JBSWY3DPEHPK3PXP',
      passkey: '{"keyId":"k","content":"c"}'
    })
    expect(fieldOf(login, 'pin').concealed).toBe(true)
    expect(fieldOf(login, 'second').kind).toBe('otp')
    expect(fieldOf(login, 'passkey').section).toBe(OTHER_IMPORTED_DATA)
    expect(read.receipt.kept).toBe(1)
  })

  test('has every other type, and keeps what is newer than it aside', async () => {
    const read = await importFile(
      protonImporter,
      fileOf([
        item('alias', 'Alias', {}, { aliasEmail: 'x@alias' }),
        item('creditCard', 'Card', {
          cardholderName: 'Ann',
          cardType: 0,
          number: '4111',
          verificationNumber: '123',
          expirationDate: '052030',
          pin: '9'
        }),
        item('identity', 'Me', {
          fullName: 'Ann',
          email: 'a@x',
          socialSecurityNumber: '1',
          extraWorkDetails: [{ fieldName: 'Desk', type: 'text', data: { content: '7' } }]
        }),
        item('wifi', 'Net', { ssid: 'home', password: 'pw', security: 2 }),
        item('sshKey', 'Key', { privateKey: 'priv', publicKey: 'pub' }),
        item('custom', 'Own', {
          sections: [{ sectionName: 'S', sectionFields: [{ fieldName: 'F', type: 'text', data: { content: 'v' } }] }]
        }),
        item('novelty', 'New', { deep: { a: 1 } }),
        item('note', 'Gone', {}, { state: 2 }, { metadata: { name: 'Gone', note: 'text' } })
      ])
    )
    expect(valuesOf(itemOf(read, 'Alias'))).toEqual({ alias: 'x@alias' })
    expect(valuesOf(itemOf(read, 'Card'))).toMatchObject({
      holder: 'Ann',
      number: '4111',
      code: '123',
      expires: '2030-05',
      pin: '9'
    })
    expect(valuesOf(itemOf(read, 'Me'))).toMatchObject({
      name: 'Ann',
      email: 'a@x',
      socialsecuritynumber: '1',
      desk: '7'
    })
    expect(valuesOf(itemOf(read, 'Net'))).toMatchObject({ network: 'home', password: 'pw' })
    expect(valuesOf(itemOf(read, 'Key'))).toEqual({ 'private-key': 'priv', 'public-key': 'pub' })
    expect(fieldOf(itemOf(read, 'Own'), 'f')).toMatchObject({ section: 'S', value: 'v' })
    expect(itemOf(read, 'New').fields.map(({ section }) => section)).toEqual([OTHER_IMPORTED_DATA, OTHER_IMPORTED_DATA])
    expect(itemOf(read, 'Gone')).toMatchObject({ type: 'note', trashedAt: 1_700_000_000_000 })
  })

  test('has its files; one that is missing is refused', async () => {
    const files = { 'Proton Pass/files/f1_scan.png': 'PNG' }
    const read = await importFile(
      protonImporter,
      fileOf([item('note', 'N', {}, { files: [{ fileId: 'f1', name: '../scan.png' }, 'f2'] })], files)
    )
    expect(itemOf(read, 'N').attachments).toMatchObject([{ name: 'scan.png', mediaType: 'image/png' }])
    expect(read.receipt.lines).toMatchObject([{ field: 'f2', reason: 'missingFile' }])
  })

  test('is tagged with its vault where there are several', async () => {
    expect(itemOf(await importFile(protonImporter, utf8(documentOf([LOGIN], 2))), 'Site').tags).toEqual(['Vault 0'])
  })
})

describe('an export that is sealed with a password', () => {
  const sealed = async (binary: Uint8Array, options: object = {}): Promise<Uint8Array> =>
    encrypt({
      message: await createMessage({ binary }),
      passwords: ['secret'],
      format: 'binary',
      ...options
    }) as Promise<Uint8Array>

  test.each([
    ['of the archive', async () => sealed(fileOf([LOGIN]))],
    ['of the document', async () => sealed(utf8(documentOf([LOGIN])))],
    ['in the archive', async () => zipFile({ 'Proton Pass/data.pgp': await sealed(utf8(documentOf([LOGIN]))) })],
    ['with the newer kind of encryption', async () => sealed(fileOf([LOGIN]), { config: { aeadProtect: true } })],
    [
      'with Argon2',
      async () =>
        sealed(fileOf([LOGIN]), {
          config: {
            aeadProtect: true,
            s2kType: enums.s2k.argon2,
            s2kArgon2Params: { passes: 1, parallelism: 1, memoryExponent: 10 }
          }
        })
    ]
  ])('%s opens with it, and with no other', async (_name, make) => {
    const bytes = await make()
    expect(protonImporter.recognises({ name: '', bytes })).toBe(true)
    expect((await importFile(protonImporter, bytes, { password: 'secret' })).vault.items).toHaveLength(1)
    await expect(importFile(protonImporter, bytes, { password: 'Secret' })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD'
    })
    await expect(importFile(protonImporter, bytes)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
  })

  test('asks for no more memory and unfolds to no more than anybody has', async () => {
    const greedy = await sealed(utf8('{}'), {
      config: {
        aeadProtect: true,
        s2kType: enums.s2k.argon2,
        s2kArgon2Params: { passes: 1, parallelism: 1, memoryExponent: 10 }
      }
    })
    // RFC 9580, section 3.7.1.4: type 4, salt, passes, lanes, memory.
    const at = greedy.findIndex(
      (byte, index) => byte === 4 && greedy[index + 17] === 1 && greedy[index + 18] === 1 && greedy[index + 19] === 10
    )
    expect(at).toBeGreaterThan(0)
    greedy[at + 19] = 31
    await expectRefusal(protonImporter, greedy, { password: 'secret' })
    const bomb = await sealed(new Uint8Array(300 * 2 ** 20), {
      config: { preferredCompressionAlgorithm: enums.compression.zlib }
    })
    expect(bomb.length).toBeLessThan(2 ** 20)
    const outcome = importFile(protonImporter, bomb, { password: 'secret' })
    await expect(outcome).rejects.toMatchObject({ code: 'IMPORT_REFUSED' })
  }, 60_000)

  const hasGpg = hasPrograms('gpg')
  test.skipIf(!hasGpg)(`by GnuPG opens too${hasGpg ? '' : ' (gpg is not installed)'}`, async () => {
    const home = mkdtempSync(join(tmpdir(), 'coffer-gpg-'))
    const args = ['--homedir', home, '--batch', '--pinentry-mode', 'loopback', '--passphrase', 'secret', '--symmetric']
    const bytes = Uint8Array.from(spawnSync('gpg', args, { input: fileOf([LOGIN]) }).stdout)
    rmSync(home, { recursive: true, force: true })
    expect((await importFile(protonImporter, bytes, { password: 'secret' })).vault.items).toHaveLength(1)
    await expect(importFile(protonImporter, bytes, { password: 'x' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  })
})

describe('a hostile export', () => {
  test.each([
    ['without its document', zipFile({ 'data.json.txt': '{}' })],
    ['whose document is none', zipFile({ 'data.json': '{"vaults":' })],
    ['whose document is another', zipFile({ 'data.json': '{"vaults":[]}' })],
    [
      'of archives within archives',
      zipFile({
        'data.json': zipFile({
          'data.json': zipFile({ 'data.json': zipFile({ 'data.json': zipFile({ 'data.json': '{}' }) }) })
        })
      })
    ],
    ['that is cut', fileOf([LOGIN]).subarray(0, 200)],
    ['that only begins like a message', utf8('-----BEGIN PGP MESSAGE-----\n\nxxxx\n-----END PGP MESSAGE-----')]
  ])('%s is refused', async (_name, bytes) => {
    await expectRefusal(protonImporter, bytes, { password: 'x' })
  })

  test('is read or refused, whatever its parts are', async () => {
    const names = fc.constantFrom(
      'data',
      'content',
      'type',
      'metadata',
      'extraFields',
      'fieldName',
      'sections',
      'urls',
      'passkeys',
      '__proto__',
      'files',
      'name',
      'note',
      'totpUri',
      'state'
    )
    const words = fc.constantFrom('', 'login', 'identity', 'custom', 'constructor', 'x')
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        words,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(names, tie('tree'), { maxKeys: 5 })
      )
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(tree), async (items) => expectNothingWorse(protonImporter, utf8(documentOf(items)))),
      { numRuns: 300 }
    )
  })
})
