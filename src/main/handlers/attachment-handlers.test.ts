import { expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { fakeParts } from '../test-support/fake-parts.ts'
import { attachmentHandlers } from './attachment-handlers.ts'

const ITEM = '00000000-0000-4000-8000-000000000001'
const place = { item: ITEM, field: 'attachment-1' }

function parts(answers: Readonly<Record<string, unknown>>) {
  const chooseFiles = vi.fn(async (): Promise<readonly string[]> => [])
  const chooseTarget = vi.fn(async (_name: string): Promise<string | null> => null)
  return { ...fakeParts(answers), attachmentDialogs: { chooseFiles, chooseTarget } }
}

test('a file is attached by the handle of what the user chose, and by no path of the page', async () => {
  const given = parts({ 'attachment.addFile': { field: 'attachment-1', name: 'deed.pdf' } })
  const handlers = attachmentHandlers(given)
  given.attachmentDialogs.chooseFiles.mockResolvedValueOnce(['/home/me/deed.pdf'])
  const [file] = await handlers['attachment.choose'](undefined, undefined)
  expect(file).toMatchObject({ name: 'deed.pdf' })
  await handlers['attachment.add']({ item: ITEM, file: file?.handle ?? '' }, undefined)
  expect(given.asked).toEqual([['attachment.addFile', { item: ITEM, path: '/home/me/deed.pdf' }]])
  expect(() => handlers['attachment.add']({ item: ITEM, file: '0'.repeat(32) }, undefined)).toThrow(
    new VaultError('NOT_FOUND')
  )
})

test('saving asks where, under the name of the attachment; cancelling writes nothing', async () => {
  const given = parts({ 'attachment.nameOf': { name: 'deed.pdf' } })
  const handlers = attachmentHandlers(given)
  expect(await handlers['attachment.save'](place, undefined)).toBe(null)
  expect(given.attachmentDialogs.chooseTarget).toHaveBeenCalledWith('deed.pdf')
  expect(given.asked.map(([method]) => method)).toEqual(['attachment.nameOf'])
  given.attachmentDialogs.chooseTarget.mockResolvedValueOnce('/home/me/out.pdf')
  expect(await handlers['attachment.save'](place, undefined)).toMatchObject({ name: 'out.pdf' })
  expect(given.asked.at(-1)).toEqual(['attachment.writeFile', { ...place, path: '/home/me/out.pdf' }])
})
