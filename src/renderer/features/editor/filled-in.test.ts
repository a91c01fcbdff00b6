import { expect, test, vi } from 'vitest'
import type { FieldView, ItemDetail, ItemEdit } from '../../../shared/item-views.ts'
import { draftOf } from './draft.ts'
import { type } from './draft-changes.ts'
import type { SaverPort } from './save-work.ts'
import { createSaver, type EditorStart } from './saver.ts'

const ID = '11111111-1111-4111-8111-111111111111'
const open = (id: string, value: string): FieldView => ({
  id,
  label: id,
  kind: 'text',
  section: '',
  olderVersions: 0,
  concealed: false,
  value
})

const item = (revision: number, values: Readonly<Record<string, string>>): ItemDetail => ({
  id: ID,
  type: 'certificate',
  title: 'Registry',
  favorite: false,
  tags: [],
  fields: Object.entries(values).map(([id, value]) => open(id, value)),
  attachments: [],
  createdAt: 1,
  changedAt: 2,
  trashedAt: null,
  revision: revision.toString(16).padStart(24, '0')
})

function editorOn(stored: ItemDetail, afterSave: ItemDetail) {
  const edits: ItemEdit[] = []
  const port: SaverPort = {
    create: async () => afterSave,
    edit: async (_item, _expected, edit) => {
      edits.push(edit)
      await new Promise((resolve) => setTimeout(resolve, 20))
      return afterSave
    },
    get: async () => afterSave,
    keepDraft: async () => {},
    dropDraft: async () => {},
    isStale: () => false
  }
  const draft = draftOf(stored)
  const start: EditorStart = {
    id: ID,
    type: 'certificate',
    revision: stored.revision,
    before: draft,
    now: draft,
    kept: false
  }
  return { saver: createSaver(start, port, () => {}), edits }
}

const shown = (saver: ReturnType<typeof createSaver>) =>
  Object.fromEntries(saver.state().draft.fields.map(({ id, value }) => [id, value]))

test('what the vault fills in on save appears in the editor, and is not sent back as a change', async () => {
  const before = item(1, { certificate: '', expires: '' })
  const { saver, edits } = editorOn(before, item(2, { certificate: 'PEM', expires: '2031-08-14', issuer: 'CN=CA' }))
  saver.change(type('certificate', 'PEM'))
  expect(await saver.flush()).toBe(true)
  expect(shown(saver)).toEqual({ certificate: 'PEM', expires: '2031-08-14', issuer: 'CN=CA' })
  expect(saver.state().status).toEqual({ is: 'clean' })
  await saver.flush()
  expect(edits).toHaveLength(1)
})

test('a value that is being typed meanwhile is not replaced', async () => {
  const before = item(1, { certificate: '', expires: '' })
  const { saver, edits } = editorOn(before, item(2, { certificate: 'PEM', expires: '2031-08-14' }))
  saver.change(type('certificate', 'PEM'))
  const saving = saver.flush()
  // The save is on its way.
  await vi.waitFor(() => expect(edits).toHaveLength(1), { interval: 1 })
  saver.change(type('expires', '2030-01-01'))
  await saving
  expect(shown(saver)).toMatchObject({ expires: '2030-01-01' })
  await saver.flush()
  expect(edits.at(-1)?.fields).toMatchObject([{ id: 'expires', value: '2030-01-01' }])
})

test('reading the item anew keeps what is not saved yet on top of it', async () => {
  const before = item(1, { certificate: 'OLD', notes: '' })
  const { saver } = editorOn(before, item(2, { certificate: 'NEW', notes: '' }))
  saver.change(type('notes', 'mine'))
  await saver.refresh()
  expect(shown(saver)).toEqual({ certificate: 'NEW', notes: 'mine' })
  saver.stop()
})
