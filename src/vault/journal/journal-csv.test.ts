import { expect, test } from 'vitest'
import type { JournalEntry } from '../../shared/journal-views.ts'
import { journalCsv } from './journal-csv.ts'

const entry: JournalEntry = {
  id: '0'.repeat(24),
  at: Date.UTC(2026, 10, 25, 9, 30),
  act: 'copied',
  item: { id: '00000000-0000-4000-8000-000000000001', title: 'Say "hi", db', type: 'database' },
  fields: [
    { id: 'password', label: 'field.password' },
    { id: 'pin', label: 'field.pin' }
  ],
  device: { id: 'aaaaaaaa', name: '=cmd()' },
  by: 'window',
  format: null,
  items: 3
}

test('the table quotes what it must, and no cell of it is a formula', () => {
  const [head, line, end] = journalCsv([entry]).split('\r\n')
  expect(head).toBe('time,act,item,item id,fields,by,device,device id,format,items')
  expect(line).toBe(
    `2026-11-25T09:30:00.000Z,copied,"Say ""hi"", db",00000000-0000-4000-8000-000000000001,password pin,window,'=cmd(),aaaaaaaa,,3`
  )
  expect(end).toBe('')
})
