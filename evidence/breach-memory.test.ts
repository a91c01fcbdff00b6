import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { builtScript } from '../src/vault/kdf/test-support/built-script.ts'
import { bytesNeedle, missingMemory, searchMemory, textNeedle } from './support/memory-search.ts'
import { sealedFor } from './support/sealed-for.ts'
import { loginEdit } from './support/sessions.ts'
import { inTempFolder } from './support/temp-folder.ts'
import { startVaultProcess, type VaultProcess } from './support/vault-process.ts'

const PASSWORD = 'correct horse battery staple'
const VALUES = Array.from({ length: 12 }, (_, index) => `Canary-value-${index}-${process.pid}`)
const sha1 = (text: string): Buffer => createHash('sha1').update(text).digest()
const missing = missingMemory()

async function mustAnswer({ ask }: VaultProcess, method: string, input?: unknown): Promise<unknown> {
  const { ok, code, value } = await ask(method, input)
  if (!ok) throw new Error(`${method}: ${code}`)
  return value
}

/** A process that has seen every password makes the vault, and is gone before anything is searched. */
async function makeVault(maker: VaultProcess, path: string): Promise<void> {
  await mustAnswer(maker, 'session.create', {
    path,
    name: 'My vault',
    masterPassword: await sealedFor(maker.ask, PASSWORD)
  })
  for (const value of VALUES)
    await mustAnswer(maker, 'item.create', { type: 'login', edit: loginEdit('title', value, 'notes of this test') })
  await mustAnswer(maker, 'session.close')
  await maker.kill()
}

test.skipIf(missing !== null)(
  `a breach check leaves neither a password nor its hash in the memory of the vault process${missing === null ? '' : ` (skipped: ${missing})`}`,
  async () => {
    const programs = {
      vault: await builtScript('evidence/children/vault-process.ts'),
      worker: await builtScript('src/vault/kdf/kdf-worker.ts')
    }
    await inTempFolder(async (folder) => {
      const start = (): VaultProcess => startVaultProcess(programs.vault, join(folder, 'app'), programs.worker)
      const [path, list] = [join(folder, 'my.coffer'), join(folder, 'list.txt')]
      const known = VALUES.slice(0, 3).map((value) => `${sha1(value).toString('hex').toUpperCase()}:7\n`)
      await writeFile(list, known.toSorted().join(''))
      await makeVault(start(), path)
      const checking = start()
      try {
        await mustAnswer(checking, 'session.unlock', {
          path,
          masterPassword: await sealedFor(checking.ask, PASSWORD)
        })
        expect(await mustAnswer(checking, 'breach.checkPath', { path: list })).toMatchObject({ checked: 12, found: 3 })
        const hashes = VALUES.map((value, index) => bytesNeedle(`hash ${index}`, sha1(value)))
        const open = textNeedle('an open text', 'notes of this test')
        const hits = searchMemory(checking.pid, [open, textNeedle('a password', 'Canary-value-'), ...hashes.slice(3)])
        expect(hits.get(open.name), 'the search finds what is there').toBeGreaterThan(0)
        expect([...hits].filter(([name, count]) => name !== open.name && count > 0)).toEqual([])
      } finally {
        await checking.kill()
      }
    })
  },
  60_000
)
