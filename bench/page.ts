import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { atMost, type Row, told } from './measure.ts'
import { SAMPLE_PASSWORD, type SampleVault } from './sample-vault.ts'

/** What e2e/feel.spec.ts measured: a figure, its goal in milliseconds. */
type Figure = { readonly what: string; readonly value: number; readonly goal: number }

/** The built app on these vaults, measured in its page: e2e/feel.spec.ts, which is told of them by the environment. */
export async function benchPage(vaults: ReadonlyMap<number, SampleVault>, folder: string): Promise<Row[]> {
  const figures: Figure[] = []
  for (const [count, { path }] of vaults) {
    if (count < 10_000) continue
    const plan = join(folder, 'feel.json')
    const results = join(folder, 'feel-results.json')
    await writeFile(plan, JSON.stringify({ path, count, password: SAMPLE_PASSWORD, results }))
    await writeFile(results, '[]')
    try {
      execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/e2e.mjs'), 'e2e/feel.spec.ts'], {
        env: { ...process.env, COFFER_FEEL: plan },
        stdio: ['ignore', 2, 2]
      })
    } catch {
      return [told('the window on these vaults', 'did not run')]
    }
    figures.push(...(JSON.parse(await readFile(results, 'utf8')) as Figure[]))
  }
  return figures.map(({ what, value, goal }) => atMost(value, goal, 'ms', what))
}
