import { expect, test } from 'vitest'
import type { JournalEntry } from '../../../shared/journal-views.ts'
import { en } from '../../texts/en.ts'
import { deviceName, entryBy, entryDetail, entrySubject } from './entry-words.ts'

const ID = '00000000-0000-4000-8000-000000000001'
const entry: JournalEntry = {
  id: '0'.repeat(24),
  at: 0,
  act: 'copied',
  item: { id: ID, title: 'Deploy', type: 'api' },
  fields: [{ id: 'secret', label: 'field.api-secret' }],
  device: { id: 'aaaaaaaa', name: 'laptop' },
  by: 'coffer read',
  format: null,
  items: null
}

test('an entry names its item and the fields by the words that the item shows', () => {
  expect([entrySubject(en, entry), entryDetail(en, entry), entryBy(en, entry)]).toEqual([
    'Deploy',
    'Secret',
    'coffer read'
  ])
})

test('an item that is gone, one without a title and the vault itself are told apart', () => {
  const of = (item: JournalEntry['item']) => entrySubject(en, { ...entry, item })
  expect(of({ id: ID, title: null, type: 'note' })).toBe('An item that is gone')
  expect(of({ id: ID, title: '', type: 'note' })).toBe('Untitled')
  expect(of(null)).toBe('The vault')
})

test('a field that is gone keeps its id, a device without a name its own', () => {
  expect(entryDetail(en, { ...entry, fields: [{ id: 'pin', label: '' }] })).toBe('pin')
  expect(deviceName(en, { id: 'aaaaaaaa', name: '' })).toBe('Device aaaaaaaa')
})

test('an export says its format and how much, a new setting what it is now', () => {
  const whole: JournalEntry = { ...entry, item: null, fields: [] }
  expect(entryDetail(en, { ...whole, act: 'exported', format: 'json', items: 1 })).toBe('json, 1 item')
  expect(entryDetail(en, { ...whole, act: 'policy', format: 'none' })).toBe('No items')
})
