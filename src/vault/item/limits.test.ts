import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { errorSentence } from '../../cli/error-text.ts'
import { VaultError } from '../../core/errors.ts'
import type { FieldEdit, ItemEdit } from '../../shared/item-views.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import type { Session } from '../session.ts'
import { PASSWORD, quickEnvironment } from '../test-support/quick-environment.ts'

const MIB = 2 ** 20
let folder = ''
let session: Session

const path = () => join(folder, 'my.coffer')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-limits-'))
  const request = { path: path(), name: 'Mine', masterPassword: PASSWORD }
  session = (await createVault(quickEnvironment(join(folder, 'app')), request)).session
})
afterEach(async () => {
  await session.lock()
  await rm(folder, { recursive: true, force: true })
})

const put = (id: string, value: string, concealed = false, order = 0): FieldEdit => ({
  change: 'put',
  id,
  label: id,
  kind: 'multiline',
  concealed,
  section: '',
  order,
  value
})

/** Under new keys and through a lock: what was saved once must stand every rewriting of the file. */
async function again(): Promise<Session> {
  await session.changeMasterPassword({ current: PASSWORD, next: PASSWORD })
  await session.lock()
  session = await openVault(quickEnvironment(join(folder, 'app')), {
    path: path(),
    credential: { masterPassword: PASSWORD },
    mode: 'write'
  })
  await session.verify()
  return session
}

async function refusal(edit: ItemEdit): Promise<string> {
  const error: unknown = await session.create('note', edit).then(
    () => null,
    (thrown: unknown) => thrown
  )
  if (!(error instanceof VaultError)) throw new Error('was not refused')
  expect(error.code).toBe('TOO_LARGE')
  return errorSentence(error)
}

describe('much of it', () => {
  test('a note of a million bytes is kept, a larger one is refused in a sentence', async () => {
    const long = 'n'.repeat(999_990)
    const { id } = await session.create('note', { title: 'Long', fields: [put('notes', long)] })
    expect(await (await again()).reveal(id, 'notes')).toBe(long)
    expect(await refusal({ title: 'x', fields: [put('notes', 'n'.repeat(MIB))] })).toContain('at most 1 MB')
    // What counts is the bytes in the file: quotes and other scripts take more of them.
    expect(await refusal({ title: 'x', fields: [put('notes', 'ש'.repeat(MIB / 2))] })).toContain('at most 1 MB')
    expect(await refusal({ title: 'x', fields: [put('notes', '"'.repeat(MIB / 2))] })).toContain('at most 1 MB')
    expect(session.counts().all).toBe(1)
  })

  test('a concealed text of 700,000 bytes is kept, a larger one is refused in a sentence', async () => {
    const long = 'k'.repeat(700_000)
    const { id } = await session.create('note', { title: 'Long', fields: [put('secret', long, true)] })
    expect(await (await again()).reveal(id, 'secret')).toBe(long)
    expect(await refusal({ title: 'x', fields: [put('secret', `${long}k`, true)] })).toContain('700 kB')
  })

  test('a title of 10,000 characters is kept, one of a mebibyte is refused in a sentence', async () => {
    const title = 'T'.repeat(10_000)
    await session.create('note', { title, fields: [] })
    expect((await again()).find(title)).toBeTruthy()
    expect(await refusal({ title: 'T'.repeat(MIB), fields: [] })).toContain('at most 10,000 characters')
  })

  test('5,000 tags on each of three items are kept, one more is refused in a sentence', async () => {
    const tags = (from: string) => Array.from({ length: 5000 }, (_, place) => `${from}-${place}`)
    const ids: string[] = []
    for (const from of ['a', 'b', 'c'])
      ids.push((await session.create('note', { title: from, tags: tags(from), fields: [] })).id)
    await again()
    for (const id of ids) expect((await session.item(id)).tags).toHaveLength(5000)
    expect(session.counts().tags).toHaveLength(15_000)
    expect(await refusal({ title: 'x', tags: [...tags('a'), 'more'], fields: [] })).toContain('at most 5,000')
    expect(await refusal({ title: 'x', tags: ['t'.repeat(256)], fields: [] })).toContain('at most 255')
  })

  test('1,000 fields are kept in their order, one more is refused in a sentence', async () => {
    const fields = Array.from({ length: 1000 }, (_, place) =>
      put(`field-${place}`, `value ${place}`, place % 2 === 0, place)
    )
    const { id, revision } = await session.create('note', { title: 'Wide', fields })
    await again()
    const detail = await session.item(id)
    expect(detail.fields.map((field) => field.id)).toEqual(fields.map((field) => field.id))
    await expect(session.edit(id, revision, { fields: [put('one-more', 'x')] })).rejects.toMatchObject({
      detail: { what: 'fields', most: 1000 }
    })
  })
})

describe('strange text', () => {
  test.each([
    ['emoji', '👩‍👩‍👧‍👦 🏳️‍🌈'],
    ['right to left', 'שלום \u202eabc\u202c عالم'],
    ['zero width', 'a\u200bb\u200dc\ufeff'],
    ['control characters', 'a\u0000b\u001bc\u007f']
  ])('%s comes back as it went in, in titles, tags, open and concealed fields', async (_, text) => {
    const edit = { title: text, tags: [`${text}x`], fields: [put('notes', text), put('secret', text, true)] }
    const { id } = await session.create('note', edit)
    await again()
    const detail = await session.item(id)
    expect([detail.title, detail.tags[0]]).toEqual([text, `${text}x`])
    expect([await session.reveal(id, 'notes'), await session.reveal(id, 'secret')]).toEqual([text, text])
  })

  test('half a character, which a file cannot hold, becomes the mark for one', async () => {
    const { id } = await session.create('note', {
      title: 'a\ud83d',
      tags: ['\udc00'],
      fields: [put('notes', '\ud83d!'), put('secret', 'x\udc00', true)]
    })
    await again()
    const detail = await session.item(id)
    expect([detail.title, detail.tags[0]]).toEqual(['a\ufffd', '\ufffd'])
    expect([await session.reveal(id, 'notes'), await session.reveal(id, 'secret')]).toEqual(['\ufffd!', 'x\ufffd'])
  })
})
