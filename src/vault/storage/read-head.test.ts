import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createVault } from '../create-vault.ts'
import { eachInItsFolder, PASSWORD } from '../test-support/quick-environment.ts'
import { readHead } from './read-head.ts'
import { nodeFs } from './vault-fs.ts'

const place = eachInItsFolder()

async function vaultAt(path: string): Promise<void> {
  const { session } = await createVault(place().environment, { path, name: 'Mine', masterPassword: PASSWORD })
  await session.lock()
}

test('a head that was read before stands while the file begins with it, and no longer', async () => {
  const { path, folder } = place()
  await vaultAt(path)
  const before = await readHead(nodeFs, path)
  expect(await readHead(nodeFs, path, before)).toBe(before)
  const other = join(folder, 'other.coffer')
  await vaultAt(other)
  await copyFile(other, path)
  const after = await readHead(nodeFs, path, before)
  expect(after.header.vaultId).not.toEqual(before.header.vaultId)
  expect(after).toEqual(await readHead(nodeFs, path))
})
