import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createEnvironment } from '../environment.ts'
import { builtWorker } from '../kdf/test-support/built-worker.ts'
import { createVault } from '../create-vault.ts'
import { eachInItsFolder, login, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
const READER = fileURLToPath(new URL('../../../docs/read_vault.py', import.meta.url))
const PYTHON = '/usr/bin/python3'
const hasPython = spawnSync(PYTHON, ['-c', 'import argon2, nacl.bindings']).status === 0

test.skipIf(!hasPython)(
  'the reader in Python reads a vault with a journal (skipped without its modules)',
  async () => {
    const kdf = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 }
    const environment = createEnvironment({
      appFolder: place().environment.appFolder,
      kdf,
      workerFile: await builtWorker()
    })
    const { session } = await createVault(environment, { path: place().path, name: 'Mine', masterPassword: PASSWORD })
    const { id } = await session.create('api', { ...login('Deploy key', 'ghp_0123456789'), tags: [] })
    await session.reveal(id, 'password')
    await session.journal.settle()
    await session.compact()
    await session.reveal(id, 'password', 'copied')
    await session.journal.setPolicy('all')
    await session.lock()
    await environment.close()
    const { status, stdout, stderr } = spawnSync(PYTHON, [READER, place().path], {
      input: `${PASSWORD}\n`,
      encoding: 'utf8'
    })
    expect([status, stderr]).toEqual([0, ''])
    const { vault } = JSON.parse(stdout) as { vault: Record<string, unknown> }
    const entries = Object.entries(vault).filter(([name]) => name.startsWith('journal:'))
    expect(entries.map(([, value]) => value)).toEqual([
      { kind: 'revealed', by: 'window', item: id, fields: ['password'] },
      { kind: 'copied', by: 'window', item: id, fields: ['password'] },
      { kind: 'policy', by: 'window', format: 'all' }
    ])
    expect(vault['policy']).toEqual({ journal: 'all' })
  },
  60_000
)
