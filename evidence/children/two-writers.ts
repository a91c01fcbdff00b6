import { setTimeout as wait } from 'node:timers/promises'
import { VaultError } from '../../src/core/errors.ts'
import { nodeFs } from '../../src/vault/storage/vault-fs.ts'
import { loginEdit, openSessionAt, quickEnvironment } from '../support/sessions.ts'

/** A program that opens the vault whenever another has not, saves a few items, says so, and lets go; until `most` saves. */
const [path = '', appFolder = '', name = '', mostText = '0'] = process.argv.slice(2)
const most = Number(mostText)
const environment = quickEnvironment(nodeFs, appFolder)
const EXPECTED = new Set(['LOCKED_BY_OTHER', 'FILE_CHANGED_ON_DISK'])

for (let saved = 0; saved < most; ) {
  try {
    const session = await openSessionAt(environment, { path })
    try {
      for (const end = Math.min(most, saved + 8); saved < end; ) {
        await session.create('login', loginEdit(`${name} ${saved}`, 'secret'))
        process.stdout.write(`${name} ${saved}\n`)
        saved += 1
      }
    } finally {
      await session.lock()
    }
  } catch (error) {
    if (!(error instanceof VaultError) || !EXPECTED.has(error.code)) throw error
  }
  await wait(Math.random() * 6)
}
