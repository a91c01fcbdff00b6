import { expect, test } from 'vitest'
import { attachmentNamed } from './item-attachments.ts'

const file = (field: string, name: string) => ({ field, name, size: 1, mediaType: 'text/plain' })
const item = {
  attachments: [file('attachment-1', 'a.txt'), file('attachment-2', 'b.txt'), file('attachment-3', 'b.txt')]
}

test('an attachment is named by its name or its field, and by neither when two have that name', () => {
  expect(attachmentNamed(item, 'a.txt').field).toBe('attachment-1')
  expect(attachmentNamed(item, 'attachment-3').field).toBe('attachment-3')
  expect(() => attachmentNamed(item, 'b.txt')).toThrow(expect.objectContaining({ detail: { matches: 2 } }))
  expect(() => attachmentNamed(item, 'c.txt')).toThrow(expect.objectContaining({ code: 'FIELD_NOT_FOUND' }))
})
