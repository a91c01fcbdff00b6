import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  expectNothingWorse,
  expectRefusal,
  fieldOf,
  importFile,
  itemOf,
  valuesOf
} from '../test-support/import-file.ts'
import { hasSamples, NO_SAMPLES, sample } from '../test-support/samples.ts'
import { zipFile } from '../test-support/zip-file.ts'
import { OTHER_IMPORTED_DATA } from '../transfer-vault.ts'
import { onepuxImporter } from './onepux-importer.ts'

type Item = Record<string, unknown>
const field = (id: string, title: string, value: unknown): Item => ({ id, title, value })
const item = (categoryUuid: string, title: string, fields: readonly Item[], more: Item = {}): Item => ({
  categoryUuid,
  createdAt: 1_600_000_000,
  updatedAt: 1_700_000_000,
  overview: { title },
  details: { sections: [{ title: 'Part', fields }] },
  ...more
})

function file(items: readonly unknown[], files: Record<string, string> = {}, vaults = 1): Uint8Array {
  const all = Array.from({ length: vaults }, (_, index) => ({
    attrs: { name: `Vault ${index}` },
    items: index === 0 ? items : []
  }))
  const data = JSON.stringify({ accounts: [{ attrs: {}, vaults: all }] })
  return zipFile({ 'export.attributes': '{"version":3}', 'export.data': data, ...files })
}

describe.skipIf(!hasSamples)(`what 1Password exported ${NO_SAMPLES}`, () => {
  test('is read, with its file and its archive', async () => {
    const { bytes } = sample('1PasswordExport.1pux')
    expect(onepuxImporter.recognises({ name: '', bytes })).toBe(true)
    const read = await importFile(onepuxImporter, bytes)
    expect(read.receipt).toMatchObject({ kept: 0, refused: 0, sourceItems: read.vault.items.length })
    expect(valuesOf(itemOf(read, 'Login'))).toMatchObject({
      username: 'team@keepassxc.org',
      password: 'password',
      otp: 'DFDFDEF',
      url: 'https://keepassxc.org',
      'url-2': 'https://twitter.com',
      notes: 'Note to self'
    })
    expect(itemOf(read, 'Login')).toMatchObject({ favorite: true, tags: ['Personal', 'website'] })
    expect(itemOf(read, 'Login Archived').tags).toContain('Archived')
    expect(valuesOf(itemOf(read, 'UUID 005 Password'))).toEqual({ password: 'uuid005password' })
    expect(itemOf(read, 'KeePassXC Logo').attachments[0]?.bytes).toHaveLength(18422)
    const types = Object.fromEntries(read.vault.items.map(({ title, type }) => [title, type]))
    expect(types).toMatchObject({ 'Home Wifi': 'wifi', 'Secure Note': 'note', 'Bank Account': 'bank' })
  })
})

describe('an item of 1Password', () => {
  test('of every category has the fields that we know as ours, and the others under their own names', async () => {
    const read = await importFile(
      onepuxImporter,
      file([
        item('002', 'Card', [
          field('cardholder', 'holder', { string: 'Ann' }),
          field('ccnum', 'number', { creditCardNumber: '4111' }),
          field('expiry', 'expires', { monthYear: 202906 }),
          field('cvv', 'code', { concealed: '123' }),
          field('validFrom', 'valid from', { monthYear: 202001 })
        ]),
        item('004', 'Me', [
          field('firstname', 'first', { string: 'Ann' }),
          field('initial', 'i', { string: 'B' }),
          field('lastname', 'last', { string: 'Cole' }),
          field('birthdate', 'born', { date: 631152000 }),
          field('address', 'at', { address: { street: 'S 1', zip: '123', city: 'C', state: '', country: 'de' } })
        ]),
        item('114', 'Key', [
          field('private_key', 'k', {
            sshKey: { privateKey: '---', metadata: { publicKey: 'ssh-ed25519 A', fingerprint: 'SHA256:x' } }
          })
        ]),
        item('102', 'DB', [field('hostname', 'server', { string: 'db' }), field('port', 'port', { string: '5432' })]),
        item('106', 'Pass', [field('number', 'number', { string: 'X1' }), field('sex', 'sex', { gender: 'female' })]),
        item('112', 'Api', [field('credential', 'credential', { concealed: 'tok' })])
      ])
    )
    expect(valuesOf(itemOf(read, 'Card'))).toEqual({
      holder: 'Ann',
      number: '4111',
      expires: '2029-06',
      code: '123',
      'valid-from': '2020-01'
    })
    expect(fieldOf(itemOf(read, 'Card'), 'valid-from')).toMatchObject({ kind: 'month', section: 'Part' })
    expect(valuesOf(itemOf(read, 'Me'))).toEqual({
      name: 'Ann B Cole',
      birthday: '1990-01-01',
      address: 'S 1\n123 C\nDE'
    })
    expect(valuesOf(itemOf(read, 'Key'))).toEqual({
      'private-key': '---',
      'public-key': 'ssh-ed25519 A',
      fingerprint: 'SHA256:x'
    })
    expect(valuesOf(itemOf(read, 'DB'))).toEqual({ host: 'db', port: '5432' })
    expect(valuesOf(itemOf(read, 'Pass'))).toEqual({ number: 'X1', sex: 'female' })
    expect(itemOf(read, 'Api')).toMatchObject({ type: 'api', fields: [{ id: 'secret', concealed: true }] })
    expect(read.receipt).toMatchObject({ kept: 0, refused: 0 })
  })

  test('has older passwords, oldest first', async () => {
    const details = {
      loginFields: [
        { value: 'now', designation: 'password' },
        { value: 'x', name: 'remember', fieldType: 'P' }
      ],
      passwordHistory: [
        { value: 'second', time: 1_650_000_000 },
        { value: 'first', time: 1_610_000_000 }
      ]
    }
    const login = itemOf(await importFile(onepuxImporter, file([item('001', 'L', [], { details })])), 'L')
    expect(fieldOf(login, 'password').history).toEqual([
      { at: 1_610_000_000_000, value: 'first' },
      { at: 1_650_000_000_000, value: 'second' }
    ])
    expect(fieldOf(login, 'remember').concealed).toBe(true)
  })

  test('of an unknown category, and unknown kinds of values, are kept aside; its passkey stays whole', async () => {
    const passkey = { credentialId: 'id', rpId: 'example.com', privateKey: 'k' }
    const details = { passkey, sections: [{ fields: [field('a', 'A', { novelty: { deep: 1 } })] }] }
    const read = await importFile(onepuxImporter, file([item('999', 'New', [], { details })]))
    const { type, fields } = itemOf(read, 'New')
    expect(type).toBe('note')
    expect(fields.every(({ section }) => section === OTHER_IMPORTED_DATA)).toBe(true)
    expect(fields.map(({ label, value }) => [label, value])).toEqual([
      ['categoryUuid', '999'],
      ['A', '{"deep":1}'],
      ['passkey', JSON.stringify(passkey)]
    ])
    expect(read.receipt.lines.map(({ reason }) => reason)).toEqual(['unknownType', 'unknownType', 'unknownField'])
  })

  test('has its files, under names that lead nowhere; one that is missing is refused', async () => {
    const items = [
      item('006', 'Doc', [], { details: { documentAttributes: { documentId: 'd1', fileName: '../../x.pdf' } } }),
      item('003', 'Note', [
        field('f', 'scan', { file: { documentId: 'd2', fileName: 'scan.png' } }),
        field('g', 'lost', { file: { documentId: 'd3', fileName: 'lost' } })
      ])
    ]
    const read = await importFile(
      onepuxImporter,
      file(items, { 'files/d1__x.pdf': 'PDF', 'files/d2__scan.png': 'PNG' })
    )
    expect(itemOf(read, 'Doc').attachments).toMatchObject([{ name: 'x.pdf', mediaType: 'application/pdf' }])
    expect(itemOf(read, 'Note').attachments).toMatchObject([{ name: 'scan.png' }])
    expect(read.receipt.lines).toEqual([{ item: 'Note', field: 'lost', fate: 'refused', reason: 'missingFile' }])
  })

  test('is tagged with its vault where there are several', async () => {
    const one = await importFile(onepuxImporter, file([item('003', 'N', [])]))
    const two = await importFile(onepuxImporter, file([item('003', 'N', [])], {}, 2))
    expect([itemOf(one, 'N').tags, itemOf(two, 'N').tags]).toEqual([[], ['Vault 0']])
  })
})

describe('a hostile 1PUX', () => {
  test.each([
    ['without its document', zipFile({ 'export.attributes': '{}' })],
    ['whose document is none', zipFile({ 'export.data': '{"accounts":' })],
    ['whose document is another', zipFile({ 'export.data': '[]' })],
    ['that nests without end', zipFile({ 'export.data': '['.repeat(100_000) })],
    [
      'with millions of fields',
      file([
        item(
          '001',
          'x',
          Array.from({ length: 100_000 }, () => field('a', 'a', { string: 'x' }))
        )
      ])
    ],
    ['that is cut', file([item('001', 'x', [])]).subarray(0, 100)]
  ])('%s is refused', async (_name, bytes) => {
    await expectRefusal(onepuxImporter, bytes)
  })

  test('is read or refused, whatever its parts are', async () => {
    const names = fc.constantFrom(
      'overview',
      'details',
      'title',
      'sections',
      'fields',
      'value',
      'loginFields',
      '__proto__',
      'sshKey',
      'file',
      'date',
      'categoryUuid',
      'urls',
      'documentId',
      'constructor'
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('', 'x', '001'),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(names, tie('tree'), { maxKeys: 5 })
      )
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(tree), async (items) => expectNothingWorse(onepuxImporter, file(items))),
      { numRuns: 300 }
    )
  })
})
