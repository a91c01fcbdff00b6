import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchFeel } from './feel.ts'
import { benchImport } from './import.ts'
import { benchKdf } from './kdf.ts'
import { printRows, type Row } from './measure.ts'
import { benchMemory, memoryChild } from './memory.ts'
import { benchOpen } from './open.ts'
import { benchPage } from './page.ts'
import { makeSampleVault, type SampleVault } from './sample-vault.ts'
import { peerChild } from './peer-child.ts'
import { benchPeers } from './peers.ts'
import { benchSave } from './save.ts'
import { benchSearch } from './search.ts'

type Part = readonly [name: string, title: string, run: () => readonly Row[] | Promise<readonly Row[]>]

const ON_VAULTS = ['open', 'save', 'memory', 'feel', 'page', 'peers']

/**
 * `npm run bench [-- open save search memory kdf feel page import] [1k 10k 100k]`: ratios within one run, medians, goals
 * beside them. `peers` takes minutes, of which other programs take the most, and runs only when it is asked for.
 */
async function main(): Promise<void> {
  const { names, counts } = askedFor(process.argv.slice(2))
  const wants = (name: string): boolean => (names.length === 0 && name !== 'peers') || names.includes(name)
  const folder = await mkdtemp(join(tmpdir(), 'coffer-bench-'))
  const all: Row[] = []
  const show = (title: string, rows: readonly Row[]): void => {
    all.push(...rows)
    printRows(title, rows)
  }
  const vaults = new Map<number, SampleVault>()
  try {
    process.stdout.write(
      `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`
    )
    if (ON_VAULTS.some(wants)) for (const count of counts) vaults.set(count, await makeSampleVault(folder, count))
    const parts: readonly Part[] = [
      ['memory', 'Memory', () => benchMemory(vaults, process.argv[1] ?? '')],
      ['open', 'Open, without the KDF', () => benchOpen(vaults)],
      ['search', 'Search', () => benchSearch(counts)],
      ['save', 'Save one field, synced and read back', () => benchSave(vaults, folder)],
      ['feel', 'How it feels, in the vault process', () => benchFeel(vaults, folder)],
      ['page', 'How it feels, in the window', () => benchPage(vaults, folder)],
      ['import', 'Import', () => benchImport(folder)]
    ]
    for (const [name, title, run] of parts) if (wants(name)) show(title, await run())
    if (wants('peers')) await benchPeers(vaults, folder, show)
    if (wants('kdf') || wants('peers')) show('Argon2id', await benchKdf())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const missed = all.filter(({ met }) => met === false).length
  process.stdout.write(`\n${all.length - missed} figures, ${missed} goals missed\n`)
}

/** What to measure, and for how many items. */
function askedFor(words: readonly string[]): { readonly names: readonly string[]; readonly counts: readonly number[] } {
  const counts = words.flatMap((word) => (/^\d+k$/.test(word) ? [Number.parseInt(word, 10) * 1000] : []))
  const names = words.filter((word) => !/^\d+k$/.test(word))
  return { names, counts: counts.length === 0 ? [1_000, 10_000, 100_000] : counts }
}

if (process.argv.includes('--memory-child')) await memoryChild()
else if (process.argv.includes('--peer-child')) await peerChild()
else await main()
