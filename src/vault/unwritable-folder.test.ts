import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { SecretBytes } from '../core/crypto/secret-bytes.ts'
import { VaultError } from '../core/errors.ts'
import type { Environment } from './environment.ts'
import { createVault, openVault } from './open-vault.ts'
import { memoryDisk } from './storage/test-support/memory-disk.ts'
import type { VaultFs } from './storage/vault-fs.ts'

const PASSWORD = 'correct horse battery staple'
const PATH = '/vaults/my.coffer'

function environmentOn(fs: VaultFs): Environment {
  return {
    fs,
    deriveKey: async (password, { salt }) =>
      SecretBytes.own(createHash('sha256').update(password.bytes).update(salt).digest()),
    now: Date.now,
    appFolder: '/app',
    kdf: { memoryKiB: 64 * 1024, passes: 3, lanes: 1 },
    runJob: async (_name, work) => work({ report: () => {}, signal: new AbortController().signal }),
    stopJob: () => {},
    close: async () => {}
  }
}

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
