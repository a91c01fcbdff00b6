import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtScript } from '../kdf/test-support/built-script.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { contentsFor, createTestVault, items, openTestVault, readBack, testKeys } from './test-support/test-vault.ts'
import { nodeFs } from './vault-fs.ts'

const KILLS = Number(process.env['COFFER_KILLS'] ?? 15)

test(`a process that is killed while it saves loses no acknowledged save (${KILLS} kills)`, async () => {
  const saver = await builtScript('src/vault/storage/test-support/saver.ts')
  const dataKey = new Uint8Array(32).fill(3)
  const made = testKeys(dataKey)
  const path = join(await tempFolder(), 'my.coffer')
  await createTestVault(nodeFs, made, [], path)
  let acknowledged = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [saver, path, Buffer.from(dataKey).toString('hex')])
    let said = ''
    child.stdout.on('data', (data: Buffer) => (said += data.toString()))
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
    child.kill('SIGKILL')
    await once(child, 'close')
    acknowledged = Math.max(acknowledged, Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1)))
    const { folded } = await openTestVault(nodeFs, made, 'read', { path })
    // The one after the last that was told may be there too: killed before it could tell.
    expect([acknowledged, acknowledged + 1]).toContain(folded.size)
    expect(await readBack(nodeFs, made, path)).toEqual(contentsFor(items(1, folded.size)))
  }
  expect(acknowledged).toBeGreaterThan(KILLS * 5)
}, 120_000)
