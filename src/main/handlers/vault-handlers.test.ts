import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { fakeParts } from '../test-support/fake-parts.ts'
import { readVaultHead } from '../vault-head.ts'
import { vaultHandlers } from './vault-handlers.ts'
import { sealed } from '../test-support/sealed.ts'

const NOW = undefined

test('unlocking brings the freshness mark that the keychain has of this vault', async () => {
  const parts = fakeParts()
  const path = join(import.meta.dirname, '../../../docs/vectors/small.coffer')
  const { vaultId } = (await readVaultHead(path)) ?? { vaultId: '' }
  expect(vaultId).toMatch(/^[0-9a-f]{32}$/)
  await parts.keychain.keep('Coffer freshness', vaultId, 'the mark')
  const file = parts.handles.issue(path).handle
  await vaultHandlers(parts)['vault.unlock']({ file, masterPassword: sealed('x') }, NOW)
  expect(parts.asked.at(-1)).toEqual([
    `session.unlock ${path}`,
    { path, masterPassword: sealed('x'), mark: 'the mark' }
  ])
})

test('recovery and salvage bring the freshness mark too', async () => {
  const parts = fakeParts({ 'session.salvage': { items: 1 } })
  const path = join(import.meta.dirname, '../../../docs/vectors/small.coffer')
  await parts.keychain.keep('Coffer freshness', (await readVaultHead(path))?.vaultId ?? '', 'the mark')
  const file = parts.handles.issue(path).handle
  const [phrase, newMasterPassword] = [sealed('words'), sealed('next')]
  await vaultHandlers(parts)['vault.recover']({ file, phrase, newMasterPassword, acceptOlder: true }, NOW)
  expect(parts.asked.at(-1)).toEqual([
    `session.recover ${path}`,
    { path, phrase, newMasterPassword, acceptOlder: true, mark: 'the mark' }
  ])
  vi.mocked(parts.dialogs.chooseSalvageTarget).mockResolvedValueOnce('/a/Saved.coffer')
  await vaultHandlers(parts)['vault.salvage']({ file, masterPassword: sealed() }, NOW)
  expect(parts.asked.at(-1)).toMatchObject(['session.salvage', { path, mark: 'the mark' }])
})

describe('files', () => {
  test('the page gets handles for paths, and only these open anything', async () => {
    const parts = fakeParts({ 'session.unlock /home/me/Work.coffer': 'view' })
    const handlers = vaultHandlers(parts)
    const [recent] = await handlers['vault.recent'](NOW, NOW)
    expect(recent).toMatchObject({ name: 'Work.coffer', folder: '/home/me' })
    const file = recent?.handle ?? ''
    expect(await handlers['vault.unlock']({ file, masterPassword: sealed('x') }, NOW)).toBe('view')
    expect(parts.asked).toEqual([
      ['session.unlock /home/me/Work.coffer', { path: '/home/me/Work.coffer', masterPassword: sealed('x') }]
    ])
    const unknown = () => handlers['vault.unlock']({ file: '0'.repeat(32), masterPassword: sealed('x') }, NOW)
    await expect(async () => unknown()).rejects.toThrow('NOT_FOUND')
  })

  test('a dialog that is cancelled chooses nothing', async () => {
    const parts = fakeParts()
    expect(await vaultHandlers(parts)['vault.chooseFile'](NOW, NOW)).toBe(null)
    expect(await vaultHandlers(parts)['vault.choosePlace']({ name: 'Work' }, NOW)).toBe(null)
    expect(parts.dialogs.choosePlace).toHaveBeenCalledWith('Work')
  })

  test('salvage writes where the user says, or not at all', async () => {
    const found = { items: 3, lostFrames: 1, lostBytes: 90 }
    const parts = fakeParts({ 'session.salvage': found })
    const handlers = vaultHandlers(parts)
    const file = parts.handles.issue('/a/Work.coffer').handle
    expect(await handlers['vault.salvage']({ file, masterPassword: sealed('x') }, NOW)).toBe(null)
    expect(parts.asked).toEqual([])
    vi.mocked(parts.dialogs.chooseSalvageTarget).mockResolvedValueOnce('/a/Saved.coffer')
    expect(await handlers['vault.salvage']({ file, masterPassword: sealed('x') }, NOW)).toMatchObject({
      ...found,
      written: { name: 'Saved.coffer' }
    })
    expect(parts.asked).toEqual([
      ['session.salvage', { path: '/a/Work.coffer', masterPassword: sealed('x'), target: '/a/Saved.coffer' }]
    ])
  })
})

test('recovery words are looked at by a process that ends with them', async () => {
  const parts = fakeParts({ 'session.checkPhrase': new VaultError('BAD_RECOVERY_PHRASE', { word: 3 }) })
  const check = () => vaultHandlers(parts)['vault.checkPhrase']({ phrase: sealed('words') }, NOW)
  await expect(async () => check()).rejects.toThrow('BAD_RECOVERY_PHRASE')
  expect(parts.asked).toEqual([['session.checkPhrase', { phrase: sealed('words') }]])
})

test('giving up an opening ends its process; other work is asked to stop', async () => {
  const parts = fakeParts()
  const handlers = vaultHandlers(parts)
  await handlers['job.cancel']({ job: 'unlock' }, NOW)
  expect(parts.session.cancelOpening).toHaveBeenCalledTimes(1)
  expect(parts.asked).toEqual([])
  await handlers['job.cancel']({ job: 'export' }, NOW)
  expect(parts.asked).toEqual([['job.stop', { job: 'export' }]])
  expect(parts.session.cancelOpening).toHaveBeenCalledTimes(1)
})

test('leaving a vault for another locks it, and only a file that was chosen can be gone to', async () => {
  const parts = fakeParts()
  const handlers = vaultHandlers(parts)
  expect(() => handlers['vault.switchTo']({ file: '0'.repeat(32) }, NOW)).toThrow('NOT_FOUND')
  expect(parts.session.lock).not.toHaveBeenCalled()
  await handlers['vault.switchTo']({ file: parts.handles.issue('/a/Other.coffer').handle }, NOW)
  expect(parts.afterLock.wish()).toEqual({ path: '/a/Other.coffer' })
  expect(parts.session.lock).toHaveBeenCalledWith('asked')
  await handlers['vault.switchTo']({ file: null }, NOW)
  expect(parts.afterLock.wish()).toEqual({ path: null })
})

test('what is selected is kept for the vault that is open, and for none while none is', async () => {
  const item = '00000000-0000-4000-8000-000000000001'
  const open = fakeParts({}, { open: '/a/Work.coffer' })
  const handlers = vaultHandlers(open)
  await handlers['vault.select']({ item }, NOW)
  expect(await handlers['vault.lastSelected'](NOW, NOW)).toBe(item)
  expect(open.lastSelected.of('/a/Work.coffer')).toBe(item)
  const locked = fakeParts()
  await vaultHandlers(locked)['vault.select']({ item }, NOW)
  expect(await vaultHandlers(locked)['vault.lastSelected'](NOW, NOW)).toBeNull()
})
