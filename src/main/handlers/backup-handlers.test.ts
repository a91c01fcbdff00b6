import { expect, test, vi } from 'vitest'
import { fakeParts } from '../test-support/fake-parts.ts'
import { backupHandlers } from './backup-handlers.ts'
import { sealed } from '../test-support/sealed.ts'

const NOW = undefined
const FACTS = { at: 1, bytes: 2, items: 3, verifiedAt: 4 }

test('backups are listed by handles, and their paths stay in main', async () => {
  const parts = fakeParts({
    'backup.found': [{ path: '/b/1.coffer', ...FACTS }],
    'backup.make': { path: '/b/2.coffer', ...FACTS }
  })
  const handlers = backupHandlers(parts)
  const [backup] = await handlers['backup.list'](NOW, NOW)
  expect(backup).toEqual({ handle: parts.handles.issue('/b/1.coffer').handle, ...FACTS })
  expect(await handlers['backup.makeNow'](NOW, NOW)).toEqual({
    handle: parts.handles.issue('/b/2.coffer').handle,
    ...FACTS
  })
})

test('an export goes where the user says, with the password that is asked again', async () => {
  const phrase = Array.from({ length: 24 }, () => 'abandon')
  const parts = fakeParts({ 'backup.write': { recoveryPhrase: phrase, items: 3 } }, { open: '/a/Work.coffer' })
  const handlers = backupHandlers(parts)
  expect(await handlers['backup.export']({ masterPassword: sealed('x') }, NOW)).toBe(null)
  expect(parts.asked).toEqual([])
  vi.mocked(parts.dialogs.chooseExportTarget).mockResolvedValueOnce('/usb/Copy.coffer')
  expect(
    await handlers['backup.export']({ masterPassword: sealed('x'), backupPassword: sealed('y') }, NOW)
  ).toMatchObject({
    file: { name: 'Copy.coffer' },
    items: 3
  })
  expect(parts.asked).toEqual([
    ['backup.write', { target: '/usb/Copy.coffer', masterPassword: sealed('x'), backupPassword: sealed('y') }]
  ])
})

test('nothing is exported while no vault is open', async () => {
  const parts = fakeParts()
  await expect(async () =>
    backupHandlers(parts)['backup.export']({ masterPassword: sealed('x') }, NOW)
  ).rejects.toThrow('LOCKED')
  expect(parts.dialogs.chooseExportTarget).not.toHaveBeenCalled()
})

test('a restore is offered the place of the open vault, and opens what it wrote', async () => {
  const parts = fakeParts(
    { 'backup.putBack /a/Work.coffer': { vault: 'view', keptAs: null } },
    { open: '/a/Work.coffer' }
  )
  vi.mocked(parts.dialogs.chooseRestoreTarget).mockResolvedValueOnce('/a/Work.coffer')
  const file = parts.handles.issue('/usb/Copy.coffer').handle
  await backupHandlers(parts)['backup.restore']({ file, password: sealed('x') }, NOW)
  expect(parts.dialogs.chooseRestoreTarget).toHaveBeenCalledWith('/a/Work.coffer')
  expect(parts.asked).toEqual([
    ['backup.putBack /a/Work.coffer', { backup: '/usb/Copy.coffer', target: '/a/Work.coffer', password: sealed('x') }]
  ])
})

test('a damaged vault is offered its backups by handles', async () => {
  const found = { path: '/b/1.coffer', ...FACTS }
  const parts = fakeParts({ 'backup.foundFor': [found] })
  const file = parts.handles.issue('/a/Work.coffer').handle
  const offered = await backupHandlers(parts)['backup.forDamaged']({ file }, NOW)
  expect(offered).toEqual([{ handle: parts.handles.issue('/b/1.coffer').handle, ...FACTS }])
})
