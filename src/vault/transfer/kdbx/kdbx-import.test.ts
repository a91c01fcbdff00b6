import { describe, expect, test } from 'vitest'
import { fieldOf, importFile, itemOf, valuesOf } from '../test-support/import-file.ts'
import { OTHER_IMPORTED_DATA } from '../transfer-vault.ts'
import type { ReadImport } from '../read-import.ts'
import { kdbxImporter } from './kdbx-importer.ts'
import { addEntry, bytesOf, type Kdbx, kdbxweb, newKdbx, type Settings } from './test-support/kdbxweb.ts'

const importer = kdbxImporter
const lock = { password: 'pw' }

async function imported(make: (kdbx: Kdbx) => void | Promise<void>, settings: Settings = {}): Promise<ReadImport> {
  const kdbx = newKdbx(settings)
  await make(kdbx)
  return importFile(importer, await bytesOf(kdbx), settings.lock ?? lock)
}

describe('every lock of a KDBX file', () => {
  const files: readonly (readonly [string, Settings])[] = [
    ['KDBX 3, AES', { version: 3 }],
    ['KDBX 4, AES', { kdf: 'Aes' }],
    ['KDBX 4, Argon2d', { kdf: 'Argon2d' }],
    ['KDBX 4, Argon2id, ChaCha20', { kdf: 'Argon2id', cipher: 'ChaCha20' }],
    ['KDBX 4, password and key file', { lock: { password: 'pw', keyFile: new Uint8Array(32).fill(7) } }],
    ['KDBX 3, key file alone', { version: 3, lock: { keyFile: new TextEncoder().encode('ab'.repeat(32)) } }],
    ['KDBX 4, any file as key file', { lock: { keyFile: new TextEncoder().encode('any file') } }],
    ['KDBX 4, the empty password', { lock: { password: '' } }]
  ]
  test.each(files)('%s opens', async (_name, settings) => {
    const read = await imported((kdbx) => void addEntry(kdbx, { Title: 'Ä', Password: 'pä{}' }), settings)
    expect(valuesOf(itemOf(read, 'Ä'))).toEqual({ password: 'pä{}' })
  })

  test.each([1, 2])('an XML key file of version %i opens', async (version) => {
    const keyFile = await kdbxweb.Credentials.createRandomKeyFile(version)
    const read = await imported((kdbx) => void addEntry(kdbx, { Title: 'T', Password: 'p' }), { lock: { keyFile } })
    expect(read.vault.items).toHaveLength(1)
  })

  test('another password or key file does not open it, and nothing is taken for damage', async () => {
    for (const settings of [{ version: 3 }, { version: 4 }] as const) {
      const bytes = await bytesOf(newKdbx(settings))
      for (const secrets of [{ password: 'PW' }, { password: 'pw', keyFile: new Uint8Array(32) }])
        await expect(importFile(importer, bytes, secrets)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
      await expect(importFile(importer, bytes, { keyFile: new Uint8Array(5) })).rejects.toMatchObject({
        code: 'IMPORT_NEEDS_PASSWORD'
      })
      await expect(importFile(importer, bytes)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
    }
  })
})

describe('an entry', () => {
  test('has its account, its other addresses, its own fields, its day of expiry and its times', async () => {
    const read = await imported((kdbx) => {
      const entry = addEntry(
        kdbx,
        {
          Title: 'Site',
          UserName: 'ann',
          Password: 'pw1',
          URL: 'https://a',
          Notes: 'n\nm',
          KP2A_URL: 'https://b',
          KP2A_URL_1: 'https://c',
          PIN: '0042',
          Plain: 'x'
        },
        { hidden: ['Password', 'PIN'] }
      )
      entry.times.expires = true
      entry.times.expiryTime = new Date('2030-05-06T07:08:09Z')
      entry.times.creationTime = new Date('2020-01-01T00:00:00Z')
      entry.times.lastModTime = new Date('2021-01-01T00:00:00Z')
    })
    const item = itemOf(read, 'Site')
    expect(valuesOf(item)).toEqual({
      username: 'ann',
      password: 'pw1',
      url: 'https://a',
      notes: 'n\nm',
      'url-2': 'https://b',
      'url-3': 'https://c',
      expires: '2030-05-06',
      pin: '0042',
      plain: 'x'
    })
    expect(fieldOf(item, 'pin')).toMatchObject({ concealed: true, label: 'PIN', section: '' })
    expect(fieldOf(item, 'plain').concealed).toBe(false)
    expect(item).toMatchObject({
      type: 'login',
      createdAt: Date.UTC(2020, 0),
      changedAt: Date.UTC(2021, 0),
      trashedAt: null
    })
    expect(read.receipt).toMatchObject({ sourceItems: 1, sourceFields: 10, imported: 10, kept: 0, refused: 0 })
  })

  test('without an account is a note', async () => {
    const read = await imported((kdbx) => void addEntry(kdbx, { Title: 'N', Notes: 'text' }))
    expect(itemOf(read, 'N')).toMatchObject({ type: 'note', fields: [{ id: 'notes', value: 'text' }] })
  })

  test('has the groups above it and its own tags as tags', async () => {
    const read = await imported((kdbx) => {
      const inner = kdbx.createGroup(kdbx.createGroup(kdbx.getDefaultGroup(), 'Work'), 'Servers')
      addEntry(kdbx, { Title: 'In' }, { group: inner }).tags = ['x', 'y z']
      addEntry(kdbx, { Title: 'Root' })
    })
    expect(itemOf(read, 'In').tags).toEqual(['Work/Servers', 'x', 'y z'])
    expect(itemOf(read, 'Root').tags).toEqual([])
  })

  test('in the recycle bin is in the trash since it was moved, under the group that it was in', async () => {
    const read = await imported((kdbx) => {
      const group = kdbx.createGroup(kdbx.getDefaultGroup(), 'Old')
      kdbx.remove(addEntry(kdbx, { Title: 'Gone' }, { group }))
      const [gone] = kdbx.getGroup(kdbx.meta.recycleBinUuid ?? '')?.entries ?? []
      if (gone !== undefined) gone.times.locationChanged = new Date('2022-02-02T00:00:00Z')
      kdbx.header.versionMinor = 1
    })
    expect(itemOf(read, 'Gone')).toMatchObject({ trashedAt: Date.UTC(2022, 1, 2), tags: ['Old'] })
  })

  test('has older values, oldest first, each from the time at which it was set', async () => {
    const read = await imported((kdbx) => {
      const entry = addEntry(kdbx, { Title: 'H', Password: 'one', UserName: 'u', Extra: 'gone' })
      const states = [
        ['2020-01-01', 'one'],
        ['2020-02-01', 'two'],
        ['2020-03-01', 'two']
      ] as const
      for (const [day, password] of states) {
        entry.fields.set('Password', kdbxweb.ProtectedValue.fromString(password))
        entry.times.lastModTime = new Date(`${day}T00:00:00Z`)
        entry.pushHistory()
      }
      entry.fields.set('Password', kdbxweb.ProtectedValue.fromString('three'))
      entry.fields.delete('Extra')
    })
    const item = itemOf(read, 'H')
    expect(fieldOf(item, 'password')).toMatchObject({
      value: 'three',
      history: [
        { at: Date.UTC(2020, 0), value: 'one' },
        { at: Date.UTC(2020, 1), value: 'two' }
      ]
    })
    expect(fieldOf(item, 'username').history).toEqual([])
    // What was removed is not lost either.
    expect(fieldOf(item, 'extra')).toMatchObject({ value: 'gone', section: OTHER_IMPORTED_DATA })
  })

  test.each([3, 4] as const)('has its attachments in KDBX %i, under names that lead nowhere', async (version) => {
    const bytes = Uint8Array.of(0, 1, 255)
    const read = await imported(
      async (kdbx) => {
        const entry = addEntry(kdbx, { Title: 'A' })
        for (const name of ['key.pem', '../../etc/passwd', '..'])
          entry.binaries.set(name, await kdbx.createBinary(Uint8Array.from(bytes).buffer))
      },
      { version }
    )
    expect(itemOf(read, 'A').attachments).toEqual([
      { name: 'key.pem', mediaType: 'application/x-pem-file', bytes },
      { name: 'passwd', mediaType: 'application/octet-stream', bytes },
      { name: 'attachment', mediaType: 'application/octet-stream', bytes }
    ])
  })

  test('has its passkey kept intact, and its settings for automatic typing, icons and colours', async () => {
    const passkey = {
      KPEX_PASSKEY_CREDENTIAL_ID: 'aWQ',
      KPEX_PASSKEY_PRIVATE_KEY_PEM: '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----'
    }
    const read = await imported((kdbx) => {
      const entry = addEntry(kdbx, { Title: 'P', ...passkey }, { hidden: ['KPEX_PASSKEY_PRIVATE_KEY_PEM'] })
      entry.icon = 12
      entry.fgColor = '#ff0000'
      entry.autoType.items.push({ window: 'W', keystrokeSequence: '{TAB}' })
      entry.customData = new Map([['plugin', { value: 'v' }]])
    })
    const kept = itemOf(read, 'P').fields
    expect(kept.every(({ section }) => section === OTHER_IMPORTED_DATA)).toBe(true)
    expect(Object.fromEntries(kept.map(({ label, value }) => [label, value]))).toEqual({
      ...passkey,
      IconID: '12',
      ForegroundColor: '#ff0000',
      AutoType: 'W\t{TAB}',
      plugin: 'v'
    })
    expect(kept.find(({ label }) => label.endsWith('PEM'))?.concealed).toBe(true)
    expect(read.receipt).toMatchObject({ imported: 1, kept: 6 })
  })
})

describe('references', () => {
  test('are resolved, also through each other, and by any field', async () => {
    const read = await imported((kdbx) => {
      const entry = addEntry(kdbx, {
        Title: 'Source',
        UserName: 'ann',
        Password: 'secret',
        Notes: '{REF:U@T:Source}',
        Own: 'findme'
      })
      const id = Buffer.from(entry.uuid.toBytes() ?? [])
        .toString('hex')
        .toUpperCase()
      addEntry(kdbx, {
        Title: 'Ref',
        UserName: `x-{REF:U@I:${id}}`,
        Password: `{REF:P@I:${id}}`,
        Notes: `{REF:N@T:Source}`,
        URL: '{REF:T@O:findme}'
      })
    })
    expect(valuesOf(itemOf(read, 'Ref'))).toEqual({
      username: 'x-ann',
      password: 'secret',
      notes: 'ann',
      url: 'Source'
    })
  })

  test('that lead nowhere, in a circle or to too much stay as they are written, and the receipt says so', async () => {
    const read = await imported((kdbx) => {
      addEntry(kdbx, { Title: 'Bomb', Notes: '{REF:N@T:Bomb}'.repeat(50), UserName: '{REF:U@T:nobody}' })
    })
    const { fields } = itemOf(read, 'Bomb')
    expect(fields.map(({ label, section }) => [label, section])).toEqual([
      ['UserName', OTHER_IMPORTED_DATA],
      ['Notes', OTHER_IMPORTED_DATA]
    ])
    expect(read.receipt.lines.map(({ reason }) => reason)).toEqual(['brokenReference', 'brokenReference'])
  })
})

describe('one-time codes', () => {
  const KEY = 'JBSWY3DPEHPK3PXP'
  const link = `otpauth://totp/Site:ann?secret=${KEY}&period=60&digits=8&issuer=Site`
  test.each([
    ['a link', { otp: link }, link],
    ['KeeOtp', { otp: `key=${KEY}&step=60&size=8` }, `otpauth://totp/?secret=${KEY}&period=60&digits=8`],
    ['the bare secret', { otp: KEY }, KEY],
    ['seed and settings', { 'TOTP Seed': KEY, 'TOTP Settings': '30;6' }, KEY],
    ['seed without settings', { 'TOTP Seed': KEY }, KEY],
    ['seed for Steam', { 'TOTP Seed': KEY, 'TOTP Settings': '30;S' }, `steam://${KEY}`],
    [
      'KeePass, base 32',
      { 'TimeOtp-Secret-Base32': KEY, 'TimeOtp-Algorithm': 'HMAC-SHA-256' },
      `otpauth://totp/?secret=${KEY}&algorithm=HMAC-SHA-256`
    ],
    [
      'KeePass, hexadecimal',
      { 'TimeOtp-Secret-Hex': '48656c6c6f21deadbeef', 'TimeOtp-Period': '45' },
      `otpauth://totp/?secret=${KEY}&period=45`
    ],
    ['KeePass, base 64', { 'TimeOtp-Secret-Base64': 'SGVsbG8h3q2+7w==' }, KEY],
    ['KeePass, text', { 'TimeOtp-Secret': '12345678901234567890' }, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ']
  ])('%s', async (_name, strings, value) => {
    const read = await imported((kdbx) => void addEntry(kdbx, { Title: 'C', UserName: 'u', ...strings }))
    expect(valuesOf(itemOf(read, 'C'))).toEqual({ username: 'u', otp: value })
    expect(read.receipt.kept).toBe(0)
  })

  test('by counter, and what makes no code, keep their texts', async () => {
    const read = await imported((kdbx) => {
      addEntry(kdbx, { Title: 'C', otp: 'otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=1', 'HmacOtp-Counter': '7' })
    })
    expect(itemOf(read, 'C').fields.map(({ label, value }) => [label, value])).toEqual([
      ['otp', 'otpauth://hotp/x?secret=JBSWY3DPEHPK3PXP&counter=1'],
      ['HmacOtp-Counter', '7']
    ])
  })
})

test('what a group and the file itself say about themselves is refused with its reason', async () => {
  const { receipt } = await imported((kdbx) => {
    kdbx.getDefaultGroup().notes = 'about'
    kdbx.meta.desc = 'description'
  })
  expect(receipt).toMatchObject({ sourceFields: 2, refused: 2 })
})
