import { execFileSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { passwordBytes } from '../src/core/crypto/kdf-params.ts'
import type { Head } from '../src/core/format/header.ts'
import { startKdf } from '../src/vault/kdf/derive-key.ts'
import { passwordSlot } from '../src/vault/keys/unlock-head.ts'
import { atMost, type Row, told } from './measure.ts'
import { SAMPLE_PASSWORD, type SampleVault } from './sample-vault.ts'

/** What e2e/feel.spec.ts measured: a figure, its goal in its unit or null for what only explains the others. */
type Figure = { readonly what: string; readonly value: number; readonly goal: number | null; readonly unit?: string }

/** The built app on these vaults, measured in its page: e2e/feel.spec.ts, which is told of them by the environment. */
export async function benchPage(vaults: ReadonlyMap<number, SampleVault>, folder: string): Promise<Row[]> {
  const load = told(
    'load of this machine before, and its cores',
    `${(loadavg()[0] ?? 0).toFixed(1)} / ${cpus().length}`
  )
  const figures: Figure[] = []
  for (const [count, { path, head }] of vaults) {
    if (count < 10_000) continue
    const plan = join(folder, 'feel.json')
    const results = join(folder, 'feel-results.json')
    const kdf = await timeOfKdf(head)
    await writeFile(plan, JSON.stringify({ path, count, password: SAMPLE_PASSWORD, kdf, results }))
    await writeFile(results, '[]')
    try {
      execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/e2e.mjs'), 'e2e/feel.spec.ts'], {
        env: { ...process.env, COFFER_FEEL: plan },
        stdio: ['ignore', 2, 2]
      })
    } catch {
      return [load, told('the window on these vaults', 'did not run')]
    }
    figures.push(...(JSON.parse(await readFile(results, 'utf8')) as Figure[]))
  }
  const rows = figures.map(({ what, value, goal, unit = 'ms' }) =>
    goal === null ? told(what, `${value.toFixed(0)} ${unit}`) : atMost(value, goal, unit, what)
  )
  return [load, ...rows, await weightOfPage()]
}

/** Scripts and styles of the built page, each as gzip makes it: what there is to parse before anything is drawn. */
async function weightOfPage(): Promise<Row> {
  const folder = join(import.meta.dirname, '../renderer/assets')
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name))
  const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(join(folder, name))).length))
  const sum = sizes.reduce((all, size) => all + size, 0)
  return atMost(sum / 1024, 350, 'KiB', 'scripts and styles of the page, gzip')
}

/** What the app will wait for before it can do anything: the best of five, so that no other program is counted. */
async function timeOfKdf({ header }: Head): Promise<number> {
  const { kdf } = passwordSlot(header)
  const { deriveKey, close } = startKdf()
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const begun = performance.now()
    using password = passwordBytes(SAMPLE_PASSWORD)
    using _root = await deriveKey(password, kdf)
    times.push(performance.now() - begun)
  }
  await close()
  return Math.min(...times)
}
