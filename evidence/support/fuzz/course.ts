import { VaultError } from '../../../src/core/errors.ts'
import { type Dice, dice } from '../dice.ts'
import type { BranchesSeen } from './branches-seen.ts'
import { keepInput, keptInputs } from './corpus.ts'
import { mutate } from './mutate.ts'
import type { Target } from './targets.ts'

/** Asking which branches were new costs more than many runs, so it is asked for many at once. */
const BATCH = 200
const MOST_MS = 1000

/** One reader on its way through its inputs: what it was given so far, and what was found by it. */
export type Course = {
  readonly target: Target
  readonly share: number
  readonly random: Dice
  readonly pool: Uint8Array[]
  done: number
  blocks: number
  slowest: number
}

export type Around = {
  readonly branches: BranchesSeen
  readonly count: (failure: string | null) => void
  readonly goesOn: () => boolean
  /** Whether what went where nothing had gone is kept in the corpus. */
  readonly keeps: boolean
}

export function courseOf(target: Target, share: number, seed: number): Course {
  return { target, share, random: dice(seed), pool: [], done: 0, blocks: 0, slowest: 0 }
}

/** Goes on with the course by at most `turn` inputs. The seeds and the corpus come before everything else. */
export async function goOn(course: Course, turn: number, around: Around): Promise<void> {
  const { branches, goesOn } = around
  const known = branches.total()
  if (course.pool.length === 0) await begin(course, around)
  const until = Math.min(course.share, course.done + turn)
  while (course.done < until && goesOn()) await batch(course, until, around)
  course.blocks += branches.total() - known
}

async function begin(course: Course, { branches, count }: Around): Promise<void> {
  const { target, pool } = course
  pool.push(...target.seeds, ...keptInputs(target.name))
  for (const input of pool) count(await judged(course, input))
  branches.newOnes()
}

async function batch(course: Course, until: number, { branches, count, keeps }: Around): Promise<void> {
  const inputs = Array.from({ length: Math.min(BATCH, until - course.done) }, () => drawn(course))
  for (const input of inputs) count(await judged(course, input))
  course.done += inputs.length
  const news = branches.newOnes()
  if (news.size === 0) return
  const found = await reaching(news, course, inputs, branches)
  course.pool.push(...found)
  if (keeps) for (const input of found) keepInput(course.target.name, input)
}

function drawn({ pool, random, target }: Course): Uint8Array {
  // Those that came last went furthest.
  const near = random.chance() < 0.5 ? pool.slice(-8) : pool
  return mutate(random.pick(near), random.pick(pool), random, target.most)
}

/** Of inputs that together went somewhere new, those that did, one for each place. Run again, one by one. */
async function reaching(
  news: ReadonlySet<string>,
  course: Course,
  inputs: readonly Uint8Array[],
  branches: BranchesSeen
) {
  const left = new Set(news)
  const found: Uint8Array[] = []
  for (const input of inputs) {
    await judged(course, input)
    const reached = [...branches.ran()].filter((stretch) => left.delete(stretch))
    if (reached.length > 0) found.push(input)
    if (left.size === 0) break
  }
  return found
}

async function judged(course: Course, input: Uint8Array): Promise<string | null> {
  const { name, run } = course.target
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
  course.slowest = Math.max(course.slowest, ms)
  return ms > MOST_MS ? `${name} ${Buffer.from(input).toString('base64').slice(0, 400)}: ${Math.round(ms)} ms` : null
}
