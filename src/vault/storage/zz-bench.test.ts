import { test } from 'vitest'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createTestVault, items, itemChange, openTestVault, testKeys } from './test-support/test-vault.ts'
import { tempFolder } from './test-support/temp-folder.ts'
import { nodeFs } from './vault-fs.ts'
import { writeMark } from './freshness.ts'
const made = testKeys()
const median = (a: number[]) => a.toSorted((x, y) => x - y)[a.length >> 1] ?? 0
test('bench', async () => {
  const folder = await tempFolder()
  for (const n of [1000, 20000]) {
    const path = join(folder, `v${n}`)
    await createTestVault(nodeFs, made, items(1, n), path)
    const t0 = performance.now()
    const { file, folded } = await openTestVault(nodeFs, made, 'write', { path })
    const opened = performance.now() - t0
    const raw = await open(join(folder, 'raw' + n), 'a')
    const [a, b, c]: number[][] = [[], [], []]
    for (let i = 0; i < 300; i++) {
      let t = performance.now(); await file.append({ changes: [itemChange(5, 'x' + i, 100000 + i)] }); a.push(performance.now() - t)
      t = performance.now(); await raw.write(new Uint8Array(305)); await raw.datasync(); b.push(performance.now() - t)
      t = performance.now(); await writeMark(nodeFs, folder, { vaultId: made.head.header.vaultId, keyEpoch: 1, clock: folded.clock }, new Uint8Array(32)); c.push(performance.now() - t)
    }
    console.log(n, 'open', opened.toFixed(0), 'append', median(a).toFixed(2), 'raw', median(b).toFixed(2), 'mark', median(c).toFixed(2))
    await raw.close()
  }
}, 60000)
