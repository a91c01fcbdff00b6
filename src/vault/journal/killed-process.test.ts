import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { builtScript } from '../kdf/test-support/built-script.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import { eachInItsFolder, login, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
const KILLS = 6

test(`a process that is killed loses no entry that was in the vault (${KILLS} kills)`, async () => {
  const { environment, path } = place()
  const reader = await builtScript('src/vault/journal/test-support/reader.ts')
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const { id } = await session.create('api', { ...login('Deploy key', 'ghp_0123456789'), tags: [] })
  await session.lock()
  const told: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [reader, path, environment.appFolder, PASSWORD, id])
    let said = ''
    child.stdout.on('data', (data: Buffer) => (said += data.toString()))
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 80))
    child.kill('SIGKILL')
    await once(child, 'close')
    told.push(...said.slice(0, said.lastIndexOf('\n')).split('\n'))
  }
  const again = await openVault(environment, { path, credential: { masterPassword: PASSWORD }, mode: 'read' })
  const kept = new Set((await again.journal.all({ item: id })).flatMap(({ fields }) => fields.map((field) => field.id)))
  expect(told.length).toBeGreaterThan(KILLS)
  for (const field of told) expect(kept).toContain(field)
  // Each save holds three: all of it counts or none.
  expect(kept.size % 3).toBe(0)
  await again.lock()
}, 60_000)
