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
import { enpassImporter } from './enpass-importer.ts'

type Json = Record<string, unknown>
const field = (type: string, label: string, value: string, more: Json = {}): Json => ({
  type,
  label,
  value,
  deleted: 0,
  sensitive: 0,
  value_updated_at: 1,
  ...more
})
const item = (category: string, title: string, fields: readonly Json[], more: Json = {}): Json => ({
  category,
  title,
  fields,
  note: '',
  template_type: `${category}.default`,
  createdAt: 1_600_000_000,
  updated_at: 1_700_000_000,
  favorite: 0,
  trashed: 0,
  archived: 0,
  ...more
})
const fileOf = (items: readonly unknown[], folders: readonly unknown[] = []): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ folders, items }))

describe('an export of Enpass', () => {
  test('has logins with their folders, sections, older values and files', async () => {
    const fields = [
      field('username', 'Username', 'ann'),
      field('email', 'E-mail', 'a@x'),
      field('password', 'Password', 'pw', {
        sensitive: 1,
        history: [
          { value: 'second', updated_at: 1_650_000_000 },
          { value: 'first', updated_at: 1_610_000_000 }
        ]
      }),
      field('url', 'Website', 'https://a'),
      field('totp', 'One-time code', 'JBSWY3DPEHPK3PXP'),
      field('section', 'Additional', ''),
      field('text', 'Answer', 'blue', { sensitive: 1 }),
      field('text', 'Old', 'gone', { deleted: 1 })
    ]
    const folders = [
      { uuid: 'f', title: 'Work' },
      { uuid: 'g', title: 'Servers', parent_uuid: 'f' }
    ]
    const attachments = [{ name: '../scan.png', kind: 'image/png', data: 'AAEC' }, { name: 'lost.txt' }]
    const bytes = fileOf(
      [item('login', 'Site', fields, { folders: ['g'], favorite: 1, note: 'text', attachments })],
      folders
    )
    expect(enpassImporter.recognises({ name: '', bytes })).toBe(true)
    const read = await importFile(enpassImporter, bytes)
    const login = itemOf(read, 'Site')
    expect(login).toMatchObject({ type: 'login', favorite: true, tags: ['Work/Servers'], createdAt: 1_600_000_000_000 })
    expect(valuesOf(login)).toEqual({
      username: 'ann',
      'e-mail': 'a@x',
      password: 'pw',
      url: 'https://a',
      otp: 'JBSWY3DPEHPK3PXP',
      answer: 'blue',
      notes: 'text'
    })
    expect(fieldOf(login, 'answer')).toMatchObject({ concealed: true, section: 'Additional' })
    expect(fieldOf(login, 'password').history).toEqual([
      { at: 1_610_000_000_000, value: 'first' },
      { at: 1_650_000_000_000, value: 'second' }
    ])
    expect(login.attachments).toEqual([{ name: 'scan.png', mediaType: 'image/png', bytes: Uint8Array.of(0, 1, 2) }])
    expect(read.receipt.lines.map(({ field, reason }) => [field, reason])).toEqual([
      ['Old', 'leftOut'],
      ['lost.txt', 'missingFile']
    ])
  })

  test('has cards, identities, notes, its archive and its trash', async () => {
    const read = await importFile(
      enpassImporter,
      fileOf([
        item('creditcard', 'Card', [
          field('ccName', 'Holder', 'Ann'),
          field('ccNumber', 'Number', '4111'),
          field('ccExpiry', 'Until', '5/30'),
          field('ccCvc', 'CVC', '123')
        ]),
        item('identity', 'Me', [field('email', 'Mail', 'a@x'), field('phone', 'Phone', '+1')]),
        item('note', 'Note', [], { note: 'text', archived: 1 }),
        item('travel', 'Trip', [field('text', 'Seat', '7A')], { trashed: 1 }),
        item('computer', 'Host', [field('username', 'User', 'root')])
      ])
    )
    expect(valuesOf(itemOf(read, 'Card'))).toEqual({ holder: 'Ann', number: '4111', expires: '2030-05', code: '123' })
    expect(valuesOf(itemOf(read, 'Me'))).toEqual({ email: 'a@x', phone: '+1' })
    expect(itemOf(read, 'Note')).toMatchObject({ type: 'note', tags: ['Archived'] })
    expect(itemOf(read, 'Trip')).toMatchObject({ type: 'note', trashedAt: 1_700_000_000_000 })
    expect(itemOf(read, 'Host').type).toBe('login')
  })

  test('with folders in a circle is read', async () => {
    const folders = [
      { uuid: 'f', title: 'F', parent_uuid: 'g' },
      { uuid: 'g', title: 'G', parent_uuid: 'f' }
    ]
    const read = await importFile(enpassImporter, fileOf([item('note', 'N', [], { folders: ['f'] })], folders))
    expect(itemOf(read, 'N').tags).toHaveLength(1)
  })

  test.each([
    ['cut', fileOf([item('login', 'x', [])]).subarray(0, 60)],
    ['without items', new TextEncoder().encode('{"folders":[]}')],
    ['nested without end', new TextEncoder().encode(`{"items":${'['.repeat(100_000)}`)]
  ])('that is %s is refused', async (_name, bytes) => {
    await expectRefusal(enpassImporter, bytes)
  })

  test('is read or refused, whatever its parts are', async () => {
    const names = fc.constantFrom(
      'fields',
      'type',
      'value',
      'label',
      'history',
      'folders',
      'attachments',
      'data',
      'name',
      'title',
      'category',
      '__proto__',
      'deleted',
      'trashed'
    )
    const words = fc.constantFrom('', 'login', 'creditcard', 'ccExpiry', 'section', 'totp', 'constructor', 'x')
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
      fc.asyncProperty(fc.array(tree), fc.array(tree), async (items, folders) =>
        expectNothingWorse(enpassImporter, fileOf(items, folders))
      ),
      { numRuns: 300 }
    )
  })
})
