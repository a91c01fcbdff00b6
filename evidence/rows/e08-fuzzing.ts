import { VaultError } from '../../src/core/errors.ts'
import type { Row, Trial } from '../row.ts'
import { collectedMemory } from '../support/collected-memory.ts'
import { type Dice, dice } from '../support/dice.ts'
import { type BranchesSeen, watchBranches } from '../support/fuzz/branches-seen.ts'
import { keepInput, keptInputs } from '../support/fuzz/corpus.ts'
import { mutate } from '../support/fuzz/mutate.ts'
import { IMPORT_TARGETS } from '../support/fuzz/import-targets.ts'
import { type Target, TARGETS } from '../support/fuzz/targets.ts'
import { type Tally, tally } from '../support/tally.ts'

const ALL: readonly Target[] = [...TARGETS, ...IMPORT_TARGETS]
/** Asking which branches were new costs more than many runs, so it is asked for many at once. */
const BATCH = 200
const MOST_MS = 1000
const MOST_BYTES = 512 * 2 ** 20
/** Runs of this size are there to find; smaller ones do not change the corpus. */
const KEEPS_FROM = 200_000

export const fuzzing: Row = {
  id: 'E8',
  claim: 'No bytes make a reader throw anything but its own error, take long, or take much memory.',
  target: '10,000,000 runs guided by coverage, 0 uncaught, 0 over 1 s, < 512 MiB',
  letsPass:
    'time on a busy machine: what counts is time of the processor; and memory that waits to be collected: what is judged is what the process holds after a garbage collection, beyond what it held before',
  unit: 'runs',
  scales: { short: 12_000, full: 10_000_000 },
  async run(trial) {
    const counted = tally(trial.report)
    const before = collectedMemory()
    let most = 0
    const branches = watchBranches()
    const lines: string[] = []
    const weights = ALL.reduce((sum, { weight = 1 }) => sum + weight, 0)
    for (const target of ALL) {
      const share = Math.ceil((trial.scale * (target.weight ?? 1)) / weights)
      const known = branches.total()
      const corpus = await fuzzed(target, { trial, share, branches, counted })
      const held = collectedMemory() - before
      most = Math.max(most, held)
      const found = `${branches.total() - known} new blocks, ${corpus} inputs kept going`
      lines.push(`${target.name}: ${found}, ${Math.round(held / 2 ** 20)} MiB more than at the start`)
    }
    branches.stop()
    if (most > MOST_BYTES) counted.count(`${Math.round(most / 2 ** 20)} MiB`)
    return counted.outcome([
      ...lines,
      `the slowest took ${slowest.toFixed(1)} ms of the processor, ${Math.round(most / 2 ** 20)} MiB more than before`
    ])
  }
}

type Course = {
  readonly trial: Trial
  readonly share: number
  readonly branches: BranchesSeen
  readonly counted: Tally
}
let slowest = 0

async function fuzzed(target: Target, { trial, share, branches, counted }: Course): Promise<number> {
  const random = dice(trial.seed)
  const pool: Uint8Array[] = [...target.seeds, ...keptInputs(target.name)]
  for (const input of pool) counted.count(await judged(target, input))
  branches.newOnes()
  for (let done = 0; done < share && trial.goesOn(); done += BATCH) {
    const inputs = Array.from({ length: Math.min(BATCH, share - done) }, () => drawn(pool, random, target.most))
    for (const input of inputs) counted.count(await judged(target, input))
    const news = branches.newOnes()
    if (news.size === 0) continue
    const found = await reaching(news, target, inputs, branches)
    pool.push(...found)
    if (trial.scale >= KEEPS_FROM) for (const input of found) keepInput(target.name, input)
  }
  return pool.length
}

function drawn(pool: readonly Uint8Array[], random: Dice, most?: number): Uint8Array {
  // Those that came last went furthest.
  const near = random.chance() < 0.5 ? pool.slice(-8) : pool
  return mutate(random.pick(near), random.pick(pool), random, most)
}

/** Of inputs that together went somewhere new, those that did, one for each place. Run again, one by one. */
async function reaching(
  news: ReadonlySet<string>,
  target: Target,
  inputs: readonly Uint8Array[],
  branches: BranchesSeen
) {
  const left = new Set(news)
  const found: Uint8Array[] = []
  for (const input of inputs) {
    await judged(target, input)
    const reached = [...branches.ran()].filter((stretch) => left.delete(stretch))
    if (reached.length > 0) found.push(input)
    if (left.size === 0) break
  }
  return found
}

async function judged({ name, run }: Target, input: Uint8Array): Promise<string | null> {
  const begun = process.cpuUsage()
  try {
    await run(input)
  } catch (error) {
    if (!(error instanceof VaultError) || error.code === 'INTERNAL') {
      return `${name} ${Buffer.from(input).toString('base64').slice(0, 6000)}: ${String(error)}`
    }
  }
  const { user, system } = process.cpuUsage(begun)
  const ms = (user + system) / 1000
  slowest = Math.max(slowest, ms)
  return ms > MOST_MS ? `${name} ${Buffer.from(input).toString('base64').slice(0, 400)}: ${Math.round(ms)} ms` : null
}
