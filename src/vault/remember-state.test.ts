import { expect, test } from 'vitest'
import { createFoldedVault } from '../core/vault/fold.ts'
import { createMemory, freshnessOf } from './remember-state.ts'
import { faultyDisk } from './storage/test-support/faulty-disk.ts'
import { memoryDisk } from './storage/test-support/memory-disk.ts'
import { itemChange, stampOf, testKeys } from './storage/test-support/test-vault.ts'
import type { VaultFs } from './storage/vault-fs.ts'
import { newVaultSecrets } from './vault-secrets.ts'

const { head, keys } = testKeys()
const scope = { key: keys.concealed, fingerprintKey: keys.fingerprint, ...head.header }
const secrets = newVaultSecrets(scope, stampOf(0))
const place = (fs: VaultFs) => ({ fs, appFolder: '/app' })

/** The vault up to its save of this time. */
function upTo(time: number) {
  const folded = createFoldedVault()
  folded.apply(secrets)
  folded.apply(itemChange(1, 'title', time))
  return { head, folded, scope }
}

test('marks of many saves in a row end with the last one, and are fewer than the saves', async () => {
  const counted = faultyDisk(memoryDisk().fs, Infinity, 'IO')
  const memory = createMemory(place(counted.fs))
  for (let time = 1; time <= 50; time++) memory.remember(upTo(time))
  await memory.settled()
  expect(await freshnessOf(place(counted.fs), upTo(50))).toBe('fresh')
  expect(await freshnessOf(place(counted.fs), upTo(49))).toMatchObject({ rolledBack: true })
  expect(counted.names.filter((name) => name === 'rename').length).toBeLessThan(5)
  memory.remember(upTo(60))
  await memory.settled()
  expect(await freshnessOf(place(counted.fs), upTo(59))).toMatchObject({ rolledBack: true })
})

test('a save that comes while a found file is synced is marked alone', async () => {
  const disk = memoryDisk()
  disk.put('/vaults/my.coffer', new Uint8Array(8))
  const counted = faultyDisk(disk.fs, Infinity, 'IO')
  const memory = createMemory(place(counted.fs))
  memory.rememberFound(upTo(2), '/vaults/my.coffer')
  memory.remember(upTo(3))
  await memory.settled()
  expect(counted.names.filter((name) => name === 'dataSync')).toHaveLength(1)
  expect(counted.names.filter((name) => name === 'rename')).toHaveLength(1)
  expect(await freshnessOf(place(disk.fs), upTo(2))).toMatchObject({ rolledBack: true })
  expect(await freshnessOf(place(disk.fs), upTo(3))).toBe('fresh')
})

test('a mark that cannot be written leaves the one before', async () => {
  const disk = memoryDisk()
  const memory = createMemory(place(disk.fs))
  memory.remember(upTo(2))
  await memory.settled()
  const failing = createMemory(place(faultyDisk(disk.fs, 0, 'kill').fs))
  failing.remember(upTo(3))
  await failing.settled()
  expect(await freshnessOf(place(disk.fs), upTo(2))).toBe('fresh')
  expect(await freshnessOf(place(disk.fs), upTo(1))).toMatchObject({ rolledBack: true })
})

test('a file that was found is synced before it is marked, and what cannot be synced is not marked', async () => {
  const disk = memoryDisk()
  disk.put('/vaults/my.coffer', new Uint8Array(8))
  const counted = faultyDisk(disk.fs, Infinity, 'IO')
  const memory = createMemory(place(counted.fs))
  memory.rememberFound(upTo(2), '/vaults/my.coffer')
  await memory.settled()
  const [synced, named, swapped] = ['dataSync', 'syncDir', 'rename'].map((name) => counted.names.indexOf(name))
  expect(synced).toBeGreaterThanOrEqual(0)
  expect(named).toBeGreaterThan(synced ?? 0)
  expect(swapped).toBeGreaterThan(named ?? 0)
  memory.rememberFound(upTo(3), '/vaults/gone.coffer')
  await memory.settled()
  expect(await freshnessOf(place(disk.fs), upTo(2))).toBe('fresh')
})
