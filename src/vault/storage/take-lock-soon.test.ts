import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from './file-lock.ts'
import { takeLockSoon } from './take-lock-soon.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { nodeFs } from './vault-fs.ts'

test('a lock that is held for a moment is waited for, and one that is kept is not', async () => {
  const path = join(await tempFolder(), 'my.coffer')
  const first = await takeLock(nodeFs, path)
  setTimeout(() => void first.release(), 150)
  const second = await takeLockSoon(nodeFs, path)
  await expect(takeLockSoon(nodeFs, path)).rejects.toMatchObject({ code: 'LOCKED_BY_OTHER' })
  await second.release()
})
