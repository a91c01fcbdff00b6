import { generateKeyPairSync } from 'node:crypto'
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
import { exported } from '../test-support/exported.ts'
import { OTHER_IMPORTED_DATA, type TransferField, type TransferItem } from '../transfer-vault.ts'
import { cxfExporter } from './cxf-exporter.ts'
import { cxfImporter } from './cxf-importer.ts'

type Json = Record<string, unknown>
const editable = (value: string, fieldType = 'string', more: Json = {}): Json => ({ fieldType, value, ...more })
const item = (title: string, credentials: readonly Json[], more: Json = {}): Json => ({
  id: title,
  creationAt: 1_600_000_000,
  modifiedAt: 1_700_000_000,
  title,
  credentials,
  ...more
})

function file(items: readonly unknown[], more: Json = {}): Uint8Array {
  const account = { id: 'a', username: 'u', email: 'e', collections: [], items, ...more }
  const document = {
    version: { major: 1, minor: 0 },
    exporterRpId: 'x.example',
    exporterDisplayName: 'X',
    timestamp: 1,
    accounts: [account]
  }
  return new TextEncoder().encode(JSON.stringify(document))
}

const PASSKEY = {
  type: 'passkey',
  credentialId: 'aWQ',
  rpId: 'x.example',
  username: 'u',
  userDisplayName: 'U',
  userHandle: 'aGFuZGxl',
  key: 'a2V5'
}

describe('a CXF document', () => {
  test('is recognised by its content', () => {
    expect(cxfImporter.recognises({ name: 'x.bin', bytes: file([]) })).toBe(true)
    expect(
      cxfImporter.recognises({ name: 'x.cxf', bytes: new TextEncoder().encode('{"encrypted":false,"items":[]}') })
    ).toBe(false)
  })

  test('has its credentials as the types and fields that they are', async () => {
    const read = await importFile(
      cxfImporter,
      file([
        item(
          'Login',
          [
            { type: 'basic-auth', username: editable('ann'), password: editable('pw', 'concealed-string') },
            {
              type: 'totp',
              secret: 'JBSWY3DPEHPK3PXP',
              period: 60,
              digits: 8,
              algorithm: 'sha256',
              issuer: 'X',
              username: 'ann'
            },
            { type: 'note', content: editable('text') },
            {
              type: 'custom-fields',
              label: 'More',
              fields: [
                editable('0042', 'concealed-string', { label: 'PIN' }),
                editable('2030-01', 'year-month', { label: 'Until' })
              ]
            }
          ],
          {
            favorite: true,
            tags: ['t'],
            scope: { urls: ['https://a', 'https://b'], androidApps: [{ bundleId: 'com.x' }] }
          }
        ),
        item('Card', [
          {
            type: 'credit-card',
            number: editable('4111', 'concealed-string'),
            fullName: editable('Ann'),
            expiryDate: editable('2030-02', 'year-month'),
            verificationNumber: editable('123', 'concealed-string')
          }
        ]),
        item('Me', [
          { type: 'person-name', surname: editable('Cole'), given: editable('Ann'), title: editable('Dr') },
          { type: 'address', streetAddress: editable('S 1'), city: editable('C'), tel: editable('+1') }
        ]),
        item('Wifi', [
          {
            type: 'wifi',
            ssid: editable('home'),
            passphrase: editable('pw', 'concealed-string'),
            hidden: editable('true', 'boolean')
          }
        ]),
        item('Api', [{ type: 'api-key', key: editable('k', 'concealed-string'), username: editable('u') }]),
        item('Id', [{ type: 'identity-document', documentNumber: editable('D1'), fullName: editable('Ann') }])
      ])
    )
    expect(valuesOf(itemOf(read, 'Login'))).toEqual({
      username: 'ann',
      password: 'pw',
      otp: 'otpauth://totp/ann?secret=JBSWY3DPEHPK3PXP&issuer=X&period=60&digits=8&algorithm=SHA256',
      notes: 'text',
      pin: '0042',
      until: '2030-01',
      url: 'https://a',
      'url-2': 'https://b',
      android: 'com.x'
    })
    expect(itemOf(read, 'Login')).toMatchObject({
      type: 'login',
      favorite: true,
      tags: ['t'],
      createdAt: 1_600_000_000_000
    })
    expect(fieldOf(itemOf(read, 'Login'), 'until')).toMatchObject({ kind: 'month', section: 'More' })
    expect(itemOf(read, 'Card')).toMatchObject({ type: 'card' })
    expect(valuesOf(itemOf(read, 'Card'))).toEqual({ number: '4111', holder: 'Ann', expires: '2030-02', code: '123' })
    expect(valuesOf(itemOf(read, 'Me'))).toEqual({ name: 'Dr Ann Cole', address: 'S 1', city: 'C', phone: '+1' })
    expect(valuesOf(itemOf(read, 'Wifi'))).toEqual({ network: 'home', password: 'pw', hidden: 'true' })
    expect(valuesOf(itemOf(read, 'Api'))).toEqual({ secret: 'k', username: 'u' })
    expect(itemOf(read, 'Id')).toMatchObject({ type: 'identity' })
    expect(read.receipt).toMatchObject({ kept: 0, refused: 0 })
  })

  test('has collections within collections as tags', async () => {
    const collections = [
      {
        id: 'c',
        title: 'Work',
        items: [{ item: 'A' }],
        subCollections: [{ id: 'd', title: 'Servers', items: [{ item: 'B' }] }]
      }
    ]
    const read = await importFile(cxfImporter, file([item('A', []), item('B', [], { tags: ['x'] })], { collections }))
    expect([itemOf(read, 'A').tags, itemOf(read, 'B').tags]).toEqual([['Work'], ['Work/Servers', 'x']])
  })

  test('has what nothing here reads kept whole, and files that are not in it refused', async () => {
    const novelty = { type: 'novelty', deep: { a: [1] } }
    const read = await importFile(
      cxfImporter,
      file([item('N', [PASSKEY, novelty, { type: 'file', id: 'f', name: 'scan.png' }], { subtitle: 'sub' })])
    )
    const kept = itemOf(read, 'N').fields.filter(({ section }) => section === OTHER_IMPORTED_DATA)
    expect(kept.map(({ label, value, concealed }) => [label, value, concealed])).toEqual([
      ['subtitle', 'sub', false],
      ['passkey', JSON.stringify(PASSKEY), true],
      ['novelty', JSON.stringify(novelty), true]
    ])
    expect(read.receipt.lines.map(({ field, reason }) => [field, reason])).toEqual([
      ['subtitle', 'noPlaceForIt'],
      ['passkey', 'noPlaceForIt'],
      ['novelty', 'unknownType'],
      ['scan.png', 'missingFile']
    ])
  })

  test('has a private key as the PEM that people know', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
    const read = await importFile(
      cxfImporter,
      file([item('K', [{ type: 'ssh-key', keyType: 'ssh-ed25519', privateKey: key }])])
    )
    expect(fieldOf(itemOf(read, 'K'), 'private-key').value).toBe(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  })
})

describe('what goes out as CXF', () => {
  const kept = (label: string, value: string): TransferField => ({
    id: label.toLowerCase().replaceAll('_', '-'),
    label,
    kind: 'secret',
    concealed: true,
    section: OTHER_IMPORTED_DATA,
    value,
    history: []
  })
  const login = (title: string, fields: readonly TransferField[]): TransferItem => ({
    type: 'login',
    title,
    favorite: false,
    tags: [],
    createdAt: 1000,
    changedAt: 1000,
    trashedAt: null,
    fields,
    attachments: []
  })
  const credentialsOf = async (items: readonly TransferItem[]) => {
    const { bytes, losses } = await exported({ items }, cxfExporter)
    const document = JSON.parse(new TextDecoder().decode(bytes)) as { accounts: [{ items: { credentials: Json[] }[] }] }
    return { credentials: document.accounts[0].items.map(({ credentials }) => credentials), losses }
  }

  test('has passkeys and unknown credentials as they came', async () => {
    const novelty = { type: 'novelty', deep: { a: [1] } }
    const { credentials } = await credentialsOf([
      login('P', [kept('passkey', JSON.stringify(PASSKEY)), kept('novelty', JSON.stringify(novelty))])
    ])
    expect(credentials).toEqual([[PASSKEY, novelty]])
  })

  test('has the passkeys of Bitwarden and KeePassXC, but none that counts its uses', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
    const bitwarden = (counter: string) =>
      kept(
        'fido2Credential',
        JSON.stringify({
          credentialId: '00010203-0405-0607-0809-0a0b0c0d0e0f',
          keyValue: key,
          rpId: 'x.example',
          userHandle: 'aGk',
          userName: 'u',
          userDisplayName: 'U',
          counter
        })
      )
    const keepass = Object.entries({
      CREDENTIAL_ID: 'aWQ',
      PRIVATE_KEY_PEM: pem,
      RELYING_PARTY: 'x.example',
      USERNAME: 'u',
      USER_HANDLE: 'aGk'
    })
    const { credentials, losses } = await credentialsOf([
      login('B', [bitwarden('0')]),
      login('C', [bitwarden('7')]),
      login(
        'K',
        keepass.map(([name, value]) => kept(`KPEX_PASSKEY_${name}`, value))
      )
    ])
    const passkey = { type: 'passkey', rpId: 'x.example', username: 'u', userHandle: 'aGk', key }
    expect(credentials).toEqual([
      [{ ...passkey, credentialId: 'AAECAwQFBgcICQoLDA0ODw', userDisplayName: 'U' }],
      [],
      [{ ...passkey, credentialId: 'aWQ', userDisplayName: 'u' }]
    ])
    expect(losses).toEqual([{ what: 'other', count: 1 }])
  })

  test('is one JSON document also when it is empty, and names no secret in what is ours in it', async () => {
    const empty = await exported({ items: [] }, cxfExporter)
    expect(JSON.parse(new TextDecoder().decode(empty.bytes))).toMatchObject({
      version: { major: 1, minor: 0 },
      accounts: [{ items: [] }]
    })
    const secret = { ...kept('Own', 'the secret'), section: 'S' }
    const text = new TextDecoder().decode((await exported({ items: [login('T', [secret])] }, cxfExporter)).bytes)
    expect(text.split('the secret')).toHaveLength(2)
  })
})

describe('a hostile CXF document', () => {
  const extension = {
    name: 'coffer',
    version: 1,
    type: 'login',
    fields: ['a', 'b'].map((id) => ({ key: '0.username', id, label: 'x', kind: 'text', concealed: false, section: '' }))
  }
  test.each([
    ['that nests without end', new TextEncoder().encode(`{"exporterRpId":"x","accounts":${'['.repeat(100_000)}`)],
    ['that is cut', file([item('x', [])]).subarray(0, 150)],
    ['of a later version', new TextEncoder().encode('{"exporterRpId":"x","version":{"major":2},"accounts":[]}')],
    ['without accounts', new TextEncoder().encode('{"exporterRpId":"x"}')],
    [
      'with thousands of fields in one item',
      file([
        item('x', [
          {
            type: 'custom-fields',
            fields: Array.from({ length: 100_000 }, () => editable('v', 'string', { label: 'l' }))
          }
        ])
      ])
    ]
  ])('%s is refused', async (_name, bytes) => {
    await expectRefusal(cxfImporter, bytes)
  })

  test('that gives one value to two fields of ours gives it once', async () => {
    const read = await importFile(
      cxfImporter,
      file([item('x', [{ type: 'basic-auth', username: editable('ann') }], { extensions: [extension] })])
    )
    expect(itemOf(read, 'x').fields).toMatchObject([{ id: 'a', value: 'ann' }])
  })

  test('is read or refused, whatever its parts are', async () => {
    const names = fc.constantFrom(
      'credentials',
      'type',
      'value',
      'fields',
      'label',
      'title',
      'scope',
      'urls',
      'extensions',
      'username',
      '__proto__',
      'secret',
      'key',
      'privateKey',
      'tags'
    )
    const words = fc.constantFrom(
      '',
      'basic-auth',
      'custom-fields',
      'totp',
      'passkey',
      'file',
      'ssh-key',
      'constructor',
      'x'
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        words,
        fc.integer(),
        fc.constant(null),
        fc.constant(extension),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(names, tie('tree'), { maxKeys: 5 })
      )
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(tree), async (items) => expectNothingWorse(cxfImporter, file(items))),
      { numRuns: 300 }
    )
  })
})
