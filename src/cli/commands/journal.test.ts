import { expect, test } from 'vitest'
import type { JournalEntry } from '../../shared/journal-views.ts'
import { journalText } from './journal.ts'

const entry = (more: Partial<JournalEntry>): JournalEntry => ({
  id: '0'.repeat(24),
  at: Date.UTC(2026, 10, 25, 9, 30),
  act: 'copied',
  item: { id: '00000000-0000-4000-8000-000000000001', title: 'Deploy\u001b[31m key', type: 'api' },
  fields: [{ id: 'secret', label: 'field.api-secret' }],
  device: { id: 'aaaaaaaa', name: 'laptop' },
  by: 'window',
  format: null,
  items: null,
  ...more
})

test('an entry is a line of when, what, with what, through what and where', () => {
  expect(journalText([entry({})])).toBe('2026-11-25 09:30  Copied  Deploy\ufffd[31m key, Secret  window  laptop')
})

test('what concerns the whole vault says what came out, and a device without a name its id', () => {
  const exported = entry({ act: 'exported', item: null, fields: [], format: 'json', items: 1 })
  expect(journalText([{ ...exported, device: { id: 'aaaaaaaa', name: '' } }])).toBe(
    '2026-11-25 09:30  Exported  json, 1 item  window  aaaaaaaa'
  )
})

test('an item that is gone is named by its id', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const gone = entry({ item: { id, title: null, type: 'note' }, fields: [{ id: 'secret', label: '' }] })
  expect(journalText([gone])).toContain(`an item that is gone (${id}), secret`)
})
