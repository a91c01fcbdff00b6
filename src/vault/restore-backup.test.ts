import { beforeEach, describe, expect, test } from 'vitest'
import { VaultError } from '../core/errors.ts'
import type { Environment } from './environment.ts'
import { makeBackup } from './make-backup.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import { restoreBackup } from './restore-backup.ts'
import { memoryDisk, type MemoryDisk } from './storage/test-support/memory-disk.ts'
import type { VaultFs } from './storage/vault-fs.ts'
import { NEXT, PASSWORD, quickEnvironment } from './test-support/quick-environment.ts'

const PATH = '/vaults/my.coffer'
let disk: MemoryDisk
let environment: Environment

beforeEach(() => {
  disk = memoryDisk()
  let clock = Date.UTC(2026, 10, 25)
  environment = { ...quickEnvironment('/app'), fs: disk.fs, now: () => (clock += 1000) }
})

const unlock = async (masterPassword = PASSWORD) =>
  openVault(environment, { path: PATH, credential: { masterPassword }, mode: 'write' })

async function vaultWithBackup() {
  const { session } = await createVault(environment, { path: PATH, name: 'My', masterPassword: PASSWORD })
  await session.create('note', { title: 'first', fields: [] })
  const { path } = await makeBackup(environment, session)
  await session.create('note', { title: 'second', fields: [] })
  return { session, backup: path }
}

describe('an automatic backup that is put back', () => {
  test('opens on the device that has seen more, and goes on from there without a warning', async () => {
    const { session, backup } = await vaultWithBackup()
    await session.lock()
    const restored = await restoreBackup(environment, { backup, target: PATH, password: PASSWORD })
    expect(restored.session.view()).toMatchObject({ items: 1, readOnly: false })
    await restored.session.create('note', { title: 'third', fields: [] })
    await restored.session.lock()
    const again = await unlock()
    expect(again.view()).toMatchObject({ items: 2, notices: [] })
    await again.lock()
  })

  test('opens with the password that it was made under', async () => {
    const { session, backup } = await vaultWithBackup()
    await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    await session.lock()
    const restored = await restoreBackup(environment, { backup, target: PATH, password: PASSWORD })
    await restored.session.lock()
    const again = await unlock()
    expect(again.view()).toMatchObject({ items: 1, notices: [] })
    await again.lock()
  })

  test('leaves the vault that was there beside it, and that one is older from now on', async () => {
    const { session, backup } = await vaultWithBackup()
    await session.lock()
    const { session: restored, keptAs } = await restoreBackup(environment, { backup, target: PATH, password: PASSWORD })
    await restored.lock()
    const credential = { masterPassword: PASSWORD }
    await expect(openVault(environment, { path: keptAs ?? '', credential, mode: 'read' })).rejects.toMatchObject({
      code: 'VAULT_ROLLED_BACK'
    })
  })
})

test.each([
  ['for its lock', () => true],
  ['for the name of the device', (path: string) => path.startsWith('/app')]
])('a backup that fills the disk to the brim, with no room left %s, is put back and shown', async (_, hasNoRoom) => {
  const { session, backup } = await vaultWithBackup()
  await session.lock()
  let swapped = false
  const filled: VaultFs = {
    ...disk.fs,
    async rename(from, to) {
      await disk.fs.rename(from, to)
      swapped ||= to === PATH
    },
    open: async (path, flags) =>
      swapped && flags === 'wx' && hasNoRoom(path)
        ? Promise.reject(new VaultError('NO_SPACE'))
        : disk.fs.open(path, flags)
  }
  const full = { ...environment, fs: filled }
  const restored = await restoreBackup(full, { backup, target: PATH, password: PASSWORD })
  expect(restored.session.view()).toMatchObject({ items: 1, readOnly: true })
  expect(restored.keptAs).not.toBeNull()
  await restored.session.lock()
})
