import { readFile } from 'node:fs/promises'
import { open } from '../src/core/crypto/aead.ts'
import { type HostCipher, hostCipher, installHostCipher } from '../src/core/crypto/aead-host.ts'
import { installFastBase64 } from '../src/vault/host-base64.ts'
import { opensslCipher } from '../src/vault/host-cipher.ts'
import { utf8Text } from '../src/core/vault/text.ts'
import { loadVault } from '../src/vault/opened-vault.ts'
import { nodeFs } from '../src/vault/storage/vault-fs.ts'
import { interleave, ratio, type Row, told } from './measure.ts'
import type { SampleVault } from './sample-vault.ts'

/** With our own cipher, which is the window's; the host's is a gift to whoever deciphers everything, most of all the blob. */
const GOALS: Readonly<Record<number, number>> = { 10_000: 0.7, 100_000: 0.4 }

/**
 * Opening without the KDF, first page of the list included, against one sealed JSON document of the same data; with the
 * cipher that the window has to do with, and with the host's that the command line has. Both sides have the same one.
 */
export async function benchOpen(vaults: ReadonlyMap<number, SampleVault>): Promise<Row[]> {
  const rows: Row[] = []
  installFastBase64()
  const ciphers: readonly (readonly [string, HostCipher | null])[] = [
    ['our own cipher', null],
    ["OpenSSL's cipher", opensslCipher()]
  ]
  for (const [name, cipher] of ciphers) {
    if (installHostCipher(cipher) !== (name !== 'our own cipher')) continue
    for (const [count, vault] of vaults) rows.push(await openRow(count, vault, name))
  }
  installHostCipher(opensslCipher())
  return rows
}

async function openRow(count: number, vault: SampleVault, cipher: string): Promise<Row> {
  const [mine, blob] = await interleave(
    [
      { name: 'vault', run: openToList(vault) },
      { name: 'blob', run: () => openBlob(vault) }
    ],
    count > 50_000 ? 9 : 31
  )
  if (mine === undefined || blob === undefined) throw new Error('nothing was measured')
  const wall = `${mine.median.toFixed(0)} ms : ${blob.median.toFixed(0)} ms on the wall`
  const cpu = `CPU ${mine.cpu.toFixed(0)} ms : ${blob.cpu.toFixed(0)} ms`
  const what = `open ${count.toLocaleString('en')} items, ${cipher}, against one sealed JSON blob (${cpu}; ${wall})`
  const share = mine.median / blob.median
  const goal = hostCipher() === null ? GOALS[count] : undefined
  return goal === undefined ? told(what, `${share.toFixed(2)}×`) : ratio(share, goal, what)
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
  JSON.parse(utf8Text(plain))
}
