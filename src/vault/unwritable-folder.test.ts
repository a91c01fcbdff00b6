import { expect, test } from 'vitest'
import { VaultError } from '../core/errors.ts'
import type { Environment } from './environment.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import { memoryDisk } from './storage/test-support/memory-disk.ts'
import type { VaultFs } from './storage/vault-fs.ts'
import { PASSWORD, quickEnvironment } from './test-support/quick-environment.ts'

const PATH = '/vaults/my.coffer'

const environmentOn = (fs: VaultFs): Environment => ({ ...quickEnvironment('/app'), fs })

test.each(['READ_ONLY', 'PERMISSION', 'NO_SPACE'] as const)(
  'a vault in a folder that takes nothing more (%s) is shown in the window, and not written',
  async (code) => {
    const { fs } = memoryDisk()
    const { session } = await createVault(environmentOn(fs), { path: PATH, name: 'My', masterPassword: PASSWORD })
    await session.create('note', { title: 'first', fields: [] })
    await session.lock()
    const refusing: VaultFs = {
      ...fs,
      open: async (path, flags) =>
        flags === 'wx' && path.startsWith('/vaults/') ? Promise.reject(new VaultError(code)) : fs.open(path, flags)
    }
    const request = { path: PATH, credential: { masterPassword: PASSWORD }, mode: 'write' } as const
    const shown = await openVault(environmentOn(refusing), { ...request, lenient: true })
    expect(shown.view()).toMatchObject({ items: 1, readOnly: true })
    await expect(shown.create('note', { title: 'second', fields: [] })).rejects.toMatchObject({ code: 'READ_ONLY' })
    await shown.lock()
    await expect(openVault(environmentOn(refusing), request)).rejects.toMatchObject({ code })
  }
)
