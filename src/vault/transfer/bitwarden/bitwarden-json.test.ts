import { createCipheriv, createHmac, pbkdf2Sync, createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wasmArgon2 } from '../../kdf/wasm.ts'
import { readImport } from '../read-import.ts'
import { hasSamples, NO_SAMPLES, sample, textFile } from '../test-support/samples.ts'
import { OTHER_IMPORTED_DATA, type TransferItem } from '../transfer-vault.ts'

const file = (items: readonly unknown[], more: object = {}) =>
  textFile(JSON.stringify({ encrypted: false, folders: [{ id: 'f1', name: 'Work/Code' }], items, ...more }))
const read = async (...items: readonly unknown[]) => readImport(file(items))
const values = ({ fields }: TransferItem) => Object.fromEntries(fields.map(({ id, value }) => [id, value]))

const LOGIN = {
  id: 'x',
  folderId: 'f1',
  organizationId: null,
  type: 1,
  reprompt: 1,
  name: 'Mail',
  notes: 'a note',
  favorite: true,
  creationDate: '2020-01-02T03:04:05.000Z',
  revisionDate: '2021-01-02T03:04:05.000Z',
  deletedDate: '2022-01-02T03:04:05.000Z',
  archivedDate: null,
  fields: [
    { name: 'Colour', value: 'red', type: 0 },
    { name: 'Answer', value: 'now', type: 1 },
    { name: 'Agreed', value: 'true', type: 2 },
    { name: 'Linked', value: null, type: 3, linkedId: 100 },
    { name: 'Empty', value: '', type: 0 }
  ],
  passwordHistory: [
    { lastUsedDate: '2020-06-01T00:00:00.000Z', password: 'second' },
    { lastUsedDate: '2020-03-01T00:00:00.000Z', password: 'first' },
    { lastUsedDate: '2020-04-01T00:00:00.000Z', password: 'Answer: before' }
  ],
  login: {
    username: 'mara',
    password: 'third',
    totp: 'JBSWY3DPEHPK3PXP',
    uris: [
      { match: null, uri: 'https://a.example' },
      { match: 3, uri: 'https://b.example' }
    ],
    fido2Credentials: [{ credentialId: 'abc', keyValue: 'k', rpId: 'a.example', counter: '0' }]
  }
}

describe('a login of Bitwarden', () => {
  test('comes in with its fields, addresses, times, folder and place in the trash', async () => {
    const { format, vault } = await read(LOGIN)
    expect(format).toBe('bitwarden-json')
    expect(vault.items).toMatchObject([
      {
        type: 'login',
        title: 'Mail',
        favorite: true,
        tags: ['Work/Code'],
        createdAt: Date.UTC(2020, 0, 2, 3, 4, 5),
        changedAt: Date.UTC(2021, 0, 2, 3, 4, 5),
        trashedAt: Date.UTC(2022, 0, 2, 3, 4, 5)
      }
    ])
    expect(vault.items.map(values)).toMatchObject([
      {
        username: 'mara',
        password: 'third',
        otp: 'JBSWY3DPEHPK3PXP',
        url: 'https://a.example',
        'url-2': 'https://b.example',
        notes: 'a note',
        colour: 'red',
        answer: 'now',
        agreed: 'true'
      }
    ])
  })

  test('keeps older passwords with the time at which each was set, and those of hidden fields', async () => {
    const { vault } = await read(LOGIN)
    const history = (id: string) => vault.items[0]?.fields.find((field) => field.id === id)?.history
    expect(history('password')).toEqual([
      { value: 'first', at: null },
      { value: 'second', at: Date.UTC(2020, 2, 1) }
    ])
    expect(history('answer')).toEqual([{ value: 'before', at: null }])
    expect(history('colour')).toEqual([])
  })

  test('carries passkeys intact and says what it keeps aside', async () => {
    const { vault, receipt } = await read(LOGIN)
    const aside = vault.items[0]?.fields.filter(({ section }) => section === OTHER_IMPORTED_DATA) ?? []
    const passkey = aside.find(({ label }) => label === 'fido2Credential')
    expect(JSON.parse(passkey?.value ?? '')).toEqual(LOGIN.login.fido2Credentials[0])
    expect(passkey?.concealed).toBe(true)
    expect(receipt.lines.map(({ field, fate }) => [field, fate])).toEqual([
      ['fido2Credential', 'kept'],
      ['match', 'kept'],
      ['Linked', 'kept'],
      ['reprompt', 'kept']
    ])
    expect(receipt).toMatchObject({ sourceItems: 1, sourceFields: 22, imported: 18, kept: 4, refused: 0 })
  })
})

test('cards, identities, keys and documents of Bitwarden have the fields of their types', async () => {
  const { vault, receipt } = await read(
    { type: 2, name: 'N', notes: 'text', secureNote: { type: 0 } },
    {
      type: 3,
      name: 'C',
      card: { cardholderName: 'A B', brand: 'Visa', number: '4242', expMonth: '3', expYear: '2030', code: '9' }
    },
    {
      type: 4,
      name: 'I',
      identity: { firstName: 'Jane', lastName: 'Doe', address1: '1 Way', city: 'Town', ssn: '12' }
    },
    { type: 5, name: 'K', sshKey: { privateKey: 'pk', publicKey: 'pub', keyFingerprint: 'fp' } },
    { type: 6, name: 'B', bankAccount: { bankName: 'Bank', accountNumber: '1', iban: 'DE1', pin: '2' } },
    { type: 7, name: 'D', driversLicense: { licenseNumber: '77', issuingCountry: 'X' } },
    { type: 8, name: 'P', passport: { passportNumber: '88', issuingCountry: 'Y', surname: 'Doe', givenName: 'Jane' } },
    { type: 99, name: 'U', hologram: { depth: 3 } }
  )
  expect(vault.items.map((item) => [item.type, values(item)])).toEqual([
    ['note', { notes: 'text' }],
    ['card', { holder: 'A B', brand: 'Visa', number: '4242', expires: '2030-03', code: '9' }],
    ['identity', { name: 'Jane Doe', address: '1 Way\nTown', ssn: '12' }],
    ['ssh-key', { 'private-key': 'pk', 'public-key': 'pub', fingerprint: 'fp' }],
    ['bank', { bank: 'Bank', number: '1', iban: 'DE1', pin: '2' }],
    ['drivers-license', { 'license-number': '77', 'issuing-country': 'X' }],
    ['passport', { name: 'Jane Doe', number: '88', country: 'Y' }],
    ['note', { hologram: '{"depth":3}' }]
  ])
  expect(receipt.lines).toEqual([{ item: 'U', field: 'Hologram', fate: 'kept', reason: 'unknownField' }])
})

test.skipIf(!hasSamples)(`an export of Bitwarden comes in whole ${NO_SAMPLES}`, async () => {
  const { vault, receipt } = await readImport(sample('bitwarden_export.json'))
  expect(vault.items.map(({ type, title, tags }) => [type, title, tags])).toEqual([
    ['note', 'My Secure Note', ['My Folder']],
    ['card', 'Card Name', ['Second Folder']],
    ['identity', 'My Identity', ['My Folder']],
    ['login', 'Login Name', ['My Folder']]
  ])
  expect(receipt).toMatchObject({ sourceItems: 4, kept: 0, refused: 0 })
})

type Numbers = { kdfType: number; kdfIterations: number; kdfMemory: number | null; kdfParallelism: number | null }
const SALT = 'c2FsdHNhbHRzYWx0c2FsdA=='

/** As Bitwarden writes it, from the description of its format. */
async function protectedFile(password: string, numbers: Numbers, plain: string) {
  const root =
    numbers.kdfType === 0
      ? pbkdf2Sync(password, SALT, numbers.kdfIterations, 32, 'sha256')
      : await wasmArgon2(new TextEncoder().encode(password), {
          memoryKiB: (numbers.kdfMemory ?? 0) * 1024,
          passes: numbers.kdfIterations,
          lanes: numbers.kdfParallelism ?? 0,
          salt: createHash('sha256').update(SALT).digest()
        })
  const expand = (info: string) => createHmac('sha256', root).update(`${info}\u0001`).digest()
  const seal = (text: string): string => {
    const iv = Buffer.alloc(16, 7)
    const cipher = createCipheriv('aes-256-cbc', expand('enc'), iv)
    const ciphertext = Buffer.concat([cipher.update(text), cipher.final()])
    const mac = createHmac('sha256', expand('mac')).update(iv).update(ciphertext).digest()
    return `2.${[iv, ciphertext, mac].map((part) => part.toString('base64')).join('|')}`
  }
  return { ...head(numbers), encKeyValidation_DO_NOT_EDIT: seal('any text'), data: seal(plain) }
}
const head = (numbers: Numbers) => ({ encrypted: true, passwordProtected: true, salt: SALT, ...numbers })
const PBKDF2: Numbers = { kdfType: 0, kdfIterations: 5000, kdfMemory: null, kdfParallelism: null }
const ARGON2: Numbers = { kdfType: 1, kdfIterations: 2, kdfMemory: 16, kdfParallelism: 2 }
const PLAIN = JSON.stringify({ encrypted: false, items: [{ type: 2, name: 'N', notes: 'x' }] })
const argon2 = async (password: Uint8Array, params: Parameters<typeof wasmArgon2>[1]) => wasmArgon2(password, params)
const open = async (document: object, password?: string) =>
  readImport(textFile(JSON.stringify(document)), { argon2, secrets: password === undefined ? {} : { password } })

describe('a password-protected export', () => {
  test.each([
    ['PBKDF2', PBKDF2],
    ['Argon2id', ARGON2]
  ])('under %s opens with its password and no other', async (_, numbers) => {
    const made = await protectedFile('pässword', numbers, PLAIN)
    expect((await open(made, 'pässword')).vault.items).toMatchObject([{ title: 'N' }])
    await expect(open(made, 'password')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    await expect(open(made)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
  })

  test.skipIf(!hasSamples)(`of Bitwarden itself opens ${NO_SAMPLES}`, async () => {
    const { vault, receipt } = await readImport(sample('bitwarden_encrypted_export.json'), {
      secrets: { password: 'a' }
    })
    expect(vault.items.length).toBe(receipt.sourceItems)
    expect(vault.items.length).toBeGreaterThan(0)
  })

  test.each([
    { ...PBKDF2, kdfIterations: 1e12 },
    { ...PBKDF2, kdfIterations: 1 },
    { ...PBKDF2, kdfIterations: 6000.5 },
    { ...PBKDF2, kdfType: 2 },
    { ...ARGON2, kdfMemory: 2 ** 31 },
    { ...ARGON2, kdfMemory: null },
    { ...ARGON2, kdfMemory: -1 },
    { ...ARGON2, kdfIterations: 1e9 },
    { ...ARGON2, kdfParallelism: 1000 }
  ])('with the numbers %j is refused at once', async (numbers) => {
    const begun = performance.now()
    const before = process.memoryUsage().rss
    await expect(open({ ...head(numbers), data: '2.a|b|c' }, 'x')).rejects.toMatchObject({
      code: 'IMPORT_REFUSED',
      detail: { reason: 'kdf' }
    })
    // Wide, for a busy machine: the rounds that are asked for would take days.
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 2 ** 20)
  })

  test('that was hit anywhere is damaged or refused, and never half read', async () => {
    const made = await protectedFile('a', PBKDF2, PLAIN)
    for (const name of ['encKeyValidation_DO_NOT_EDIT', 'data'] as const) {
      for (const broken of [
        '',
        '2.',
        '2.AA==|AA==|AA==',
        '1.x|y|z',
        made[name].slice(0, -8),
        made[name].replace('|', '|AAAA')
      ]) {
        await expect(open({ ...made, [name]: broken }, 'a')).rejects.toMatchObject({
          code: expect.stringMatching(/^(IMPORT_DAMAGED|WRONG_PASSWORD)$/)
        })
      }
    }
  })

  test('that only the account itself can read is refused with a reason', async () => {
    await expect(open({ encrypted: true, encKeyValidation_DO_NOT_EDIT: '2.x', items: [] }, 'a')).rejects.toMatchObject({
      code: 'IMPORT_REFUSED',
      detail: { reason: 'accountBound' }
    })
  })
})

describe('whatever stands in an item', () => {
  const anything = fc.jsonValue({ maxDepth: 3 })
  const member = (...names: readonly string[]) => fc.dictionary(fc.constantFrom(...names), anything)
  const item = fc.oneof(
    anything,
    fc.record(
      {
        type: fc.integer({ min: 0, max: 9 }),
        name: fc.oneof(fc.string(), anything),
        notes: anything,
        favorite: anything,
        folderId: fc.constantFrom('f1', 'f2', null, 3),
        collectionIds: anything,
        creationDate: fc.oneof(fc.constant('2020-01-02T03:04:05Z'), anything),
        deletedDate: anything,
        archivedDate: anything,
        fields: fc.oneof(anything, fc.array(member('name', 'value', 'type', 'linkedId'))),
        passwordHistory: fc.oneof(anything, fc.array(member('password', 'lastUsedDate'))),
        login: fc.oneof(anything, member('username', 'password', 'totp', 'uris', 'fido2Credentials', '__proto__')),
        card: fc.oneof(anything, member('expMonth', 'expYear', 'number', 'constructor', '__proto__')),
        identity: fc.oneof(anything, member('firstName', 'address1', 'ssn', 'toString'))
      },
      { requiredKeys: [] }
    )
  )

  test('it comes in, is kept or refused, and the counts add up', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 4 }), async (items) => {
        const { vault, receipt } = await readImport(file(items))
        expect(receipt.sourceItems).toBe(items.length)
        expect(receipt.imported + receipt.kept + receipt.refused).toBe(receipt.sourceFields)
        expect(vault.items.length).toBeLessThanOrEqual(items.length)
      }),
      { numRuns: 400 }
    )
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
