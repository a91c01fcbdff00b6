import { expect, test } from 'vitest'
import { createFileHandles } from './file-handles.ts'
import { createPastedText } from './pasted-text.ts'

const SEALED = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\nYQ==\n-----END AGE ENCRYPTED FILE-----'

test('sealed lines are found in a message, and only the last ones are kept', () => {
  const handles = createFileHandles()
  const pasted = createPastedText(handles)
  const first = pasted.take(`Hi Jonas,\n${SEALED}\nBye`, 'Clipboard')
  expect(first).toMatchObject({ name: 'Clipboard', folder: '' })
  expect(pasted.at(handles.pathOf(first.handle))).toBe(SEALED)
  const second = pasted.take(SEALED, 'Clipboard')
  expect(pasted.at(handles.pathOf(first.handle))).toBeNull()
  expect(pasted.at(handles.pathOf(second.handle))).toBe(SEALED)
  expect(pasted.at('/home/me/file.age')).toBeNull()
})

test('a clipboard without any is refused', () => {
  const pasted = createPastedText(createFileHandles())
  for (const text of ['', 'hunter2', SEALED.slice(0, 50)]) {
    expect(() => pasted.take(text, 'x')).toThrow(expect.objectContaining({ code: 'IMPORT_UNKNOWN_FORMAT' }))
  }
})
