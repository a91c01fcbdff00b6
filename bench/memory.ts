import { execFileSync } from 'node:child_process'
import { SecretBytes } from '../src/core/crypto/secret-bytes.ts'
import { deriveVaultKeys } from '../src/core/crypto/key-derivation.ts'
import { loadVault } from '../src/vault/opened-vault.ts'
import { readHead } from '../src/vault/storage/read-head.ts'
import { nodeFs } from '../src/vault/storage/vault-fs.ts'
import { atMost, type Row, told } from './measure.ts'
import type { SampleVault } from './sample-vault.ts'

const MIB = 1024 * 1024

/** Resident memory of a fresh process that has opened the vault, above one that has only loaded the same code. */
export function benchMemory(vaults: ReadonlyMap<number, SampleVault>, script: string): Row[] {
  const vault = vaults.get(100_000)
  if (vault === undefined) return []
  const child = (input: string): number =>
    Number(execFileSync(process.execPath, ['--expose-gc', script, '--memory-child'], { input, encoding: 'utf8' }))
  const [empty, asked] = [child(''), `${vault.path}\n${Buffer.from(vault.dataKey).toString('hex')}`]
  const above = (used: number): number => (used - empty) / MIB
  return [
    atMost(above(child(asked)), 150, 'MiB', 'memory after opening 100,000 items, above an empty process'),
    told('the same once all of them can be searched', `${above(child(`${asked}\nprepared`)).toFixed(0)} MiB`)
  ]
}

/** The child's side: path and data key come on standard input, the resident bytes go to standard output. */
export async function memoryChild(): Promise<void> {
  let input = ''
  for await (const chunk of process.stdin) input += String(chunk)
  const [path, dataKey, prepared] = input.split('\n')
  const opened = path === undefined || path === '' ? null : await openWith(path, dataKey ?? '')
  if (prepared === 'prepared') while (opened?.list.prepare());
  globalThis.gc?.()
  process.stdout.write(String(process.memoryUsage().rss))
  await opened?.close()
}

async function openWith(path: string, dataKey: string) {
  using key = SecretBytes.own(Uint8Array.from(Buffer.from(dataKey, 'hex')))
  const opened = await loadVault(
    nodeFs,
    path,
    { head: await readHead(nodeFs, path), keys: deriveVaultKeys(key) },
    'read'
  )
  opened.list.page({ filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 40 })
  return opened
}
