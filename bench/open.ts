import { readFile } from 'node:fs/promises'
import { open } from '../src/core/crypto/aead.ts'
import { loadVault } from '../src/vault/opened-vault.ts'
import { nodeFs } from '../src/vault/storage/vault-fs.ts'
import { interleave, ratio, type Row, told } from './measure.ts'
import type { SampleVault } from './sample-vault.ts'

const GOALS: Readonly<Record<number, number>> = { 10_000: 0.7, 100_000: 0.4 }

/** Opening without the KDF, first page of the list included, against one sealed JSON document of the same data. */
export async function benchOpen(vaults: ReadonlyMap<number, SampleVault>): Promise<Row[]> {
  const rows: Row[] = []
  for (const [count, vault] of vaults) {
    const [mine, blob] = await interleave(
      [
        { name: 'vault', run: openToList(vault) },
        { name: 'blob', run: () => openBlob(vault) }
      ],
      count > 50_000 ? 9 : 31
    )
    const share = (mine?.median ?? Number.NaN) / (blob?.median ?? Number.NaN)
    const what = `open ${count.toLocaleString('en')} items, against one sealed JSON blob (${mine?.median.toFixed(0)} ms : ${blob?.median.toFixed(0)} ms)`
    const goal = GOALS[count]
    rows.push(goal === undefined ? told(what, `${share.toFixed(2)}×`) : ratio(share, goal, what))
  }
  return rows
}

/** The keys are ready before, as that of the blob is: deriving them belongs to the KDF. */
function openToList({ path, head, keys }: SampleVault): () => Promise<void> {
  const ready = Array.from({ length: 32 }, keys)
  return async () => {
    const opened = await loadVault(nodeFs, path, { head, keys: ready.pop() ?? keys() }, 'read')
    opened.list.page({ filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 40 })
    await opened.close()
  }
}

async function openBlob({ blob }: SampleVault): Promise<void> {
  const plain = open(blob.key, await readFile(blob.path), new Uint8Array())
  if (plain === null) throw new Error('the blob does not open')
  JSON.parse(Buffer.from(plain).toString())
}
