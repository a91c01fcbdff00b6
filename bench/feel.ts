import { join } from 'node:path'
import { SecretBytes } from '../src/core/crypto/secret-bytes.ts'
import { createEnvironment, type Environment } from '../src/vault/environment.ts'
import { openVault } from '../src/vault/open-vault.ts'
import { prepareInIdle } from '../src/vault/list/prepare-in-idle.ts'
import type { Session } from '../src/vault/session.ts'
import { atMost, type Row, summary } from './measure.ts'
import { sampleItems } from './sample-items.ts'
import { SAMPLE_PASSWORD, type SampleVault } from './sample-vault.ts'

/** What the vault process contributes to what is felt: all but the way to the page and painting. Times of the wall. */
export async function benchFeel(vaults: ReadonlyMap<number, SampleVault>, folder: string): Promise<Row[]> {
  const rows: Row[] = []
  const environment = createEnvironment({ appFolder: join(folder, 'app') })
  for (const [count, vault] of vaults) {
    if (count < 10_000) continue
    const size = `${count.toLocaleString('en')} items`
    const instant = {
      ...environment,
      deriveKey: async () => SecretBytes.own(Uint8Array.from(vault.passwordRoot))
    }
    const { session, times } = await unlocked(instant, vault, count > 50_000 ? 5 : 11)
    rows.push(atMost(summary(times).median, 300, 'ms', `unlock, ${size}: list and sidebar, on top of the KDF`))
    const { took, held } = await firstSearch(session)
    rows.push(atMost(took, count > 50_000 ? 100 : 50, 'ms', `first key typed right after unlocking, ${size}`))
    rows.push(atMost(held, 50, 'ms', `what else is asked waits for that, at most, ${size}`))
    await prepareInIdle(session)
    rows.push(atMost(summary(await selecting(session)).p95, 50, 'ms', `select an item never seen before, ${size}, p95`))
    rows.push(atMost(summary(await saving(session)).p95, 100, 'ms', `autosave acknowledged, ${size}, p95`))
    await session.lock()
  }
  await environment.close()
  return rows
}

/** Unlocks again and again, as the window does: the first page of the list and what the sidebar counts. */
async function unlocked(
  environment: Environment,
  { path }: SampleVault,
  rounds: number
): Promise<{ readonly session: Session; readonly times: readonly number[] }> {
  const times: number[] = []
  for (;;) {
    const begun = performance.now()
    const credential = { masterPassword: SAMPLE_PASSWORD }
    const session = await openVault(environment, { path, credential, mode: 'write', lenient: true })
    session.query(queryOf(''))
    session.counts()
    times.push(performance.now() - begun)
    if (times.length === rounds) return { session, times }
    await session.lock()
  }
}

/** The search that finds nothing ready, and the longest that the process answered nobody meanwhile. */
async function firstSearch(session: Session): Promise<{ readonly took: number; readonly held: number }> {
  const looks = [performance.now()]
  let look: NodeJS.Immediate
  const again = (): void => {
    looks.push(performance.now())
    look = setImmediate(again)
  }
  look = setImmediate(again)
  const took = await timed(async () => session.queryInSteps(queryOf('k')))
  clearImmediate(look)
  looks.push(performance.now())
  return { took, held: Math.max(...looks.slice(1).map((at, index) => at - (looks[index] ?? at))) }
}

async function selecting(session: Session): Promise<number[]> {
  const times: number[] = []
  for (const { id } of everyNth(60)) times.push(await timed(() => session.item(id)))
  return times
}

async function saving(session: Session): Promise<number[]> {
  const times: number[] = []
  for (const { id } of everyNth(60)) {
    const { revision } = await session.item(id)
    times.push(await timed(() => session.edit(id, revision, { title: `renamed ${id.slice(-4)}`, fields: [] })))
  }
  return times
}

const everyNth = (count: number) => sampleItems(10_000).filter((_, index) => index % Math.floor(10_000 / count) === 0)

const queryOf = (text: string) =>
  ({ filter: { of: 'all' }, text, sort: 'title', descending: false, from: 0, count: 100 }) as const

async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}
