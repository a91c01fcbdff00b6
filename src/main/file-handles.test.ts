import { expect, test } from 'vitest'
import { createFileHandles } from './file-handles.ts'

test('a handle says nothing of the path, stays the same for it, and leads back to it', () => {
  const handles = createFileHandles()
  const chosen = handles.issue('/home/me/Work.coffer')
  expect(chosen).toEqual({
    handle: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    name: 'Work.coffer',
    folder: '/home/me'
  })
  expect(handles.issue('/home/me/Work.coffer')).toEqual(chosen)
  expect(handles.issue('/home/me/Home.coffer').handle).not.toBe(chosen.handle)
  expect(handles.pathOf(chosen.handle)).toBe('/home/me/Work.coffer')
})

test('a handle of another run, or a path in place of one, leads nowhere', () => {
  const { handle } = createFileHandles().issue('/home/me/Work.coffer')
  const handles = createFileHandles()
  handles.issue('/home/me/Work.coffer')
  expect(() => handles.pathOf(handle)).toThrow('NOT_FOUND')
  expect(() => handles.pathOf('/home/me/Work.coffer')).toThrow('NOT_FOUND')
})
