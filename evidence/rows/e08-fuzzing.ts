import type { Row } from '../row.ts'
import { collectedMemory } from '../support/collected-memory.ts'
import { watchBranches } from '../support/fuzz/branches-seen.ts'
import { type Course, courseOf, goOn } from '../support/fuzz/course.ts'
import { IMPORT_TARGETS } from '../support/fuzz/import-targets.ts'
import { type Target, TARGETS } from '../support/fuzz/targets.ts'
import { tally } from '../support/tally.ts'

const ALL: readonly Target[] = [...TARGETS, ...IMPORT_TARGETS]
const MOST_BYTES = 512 * 2 ** 20
/** Runs of this size are there to find; smaller ones do not change the corpus. */
const KEEPS_FROM = 200_000
/** The readers take turns, so that a run that is ended early has been through all of them, and each has its memory told apart. */
const TURNS = 200

export const fuzzing: Row = {
  id: 'E8',
  claim: 'No bytes make a reader throw anything but its own error, take long, or take much memory.',
  target: '10,000,000 runs guided by coverage, 0 uncaught, 0 over 1 s, < 512 MiB',
  letsPass:
    'time on a busy machine: what counts is time of the processor; and memory that waits to be collected: what is judged is what the process holds after a garbage collection, beyond what it held before',
  unit: 'runs',
  scales: { short: 12_000, full: 10_000_000 },
  async run({ scale, seed, report, goesOn }) {
    const counted = tally(report)
    const keeps = scale >= KEEPS_FROM
    const turns = keeps ? TURNS : 1
    const branches = watchBranches()
    const weights = ALL.reduce((sum, { weight = 1 }) => sum + weight, 0)
    const courses = ALL.map((target) => courseOf(target, Math.ceil((scale * (target.weight ?? 1)) / weights), seed))
    const memory = memoryOf(courses)
    const around = { branches, count: counted.count, goesOn, keeps }
    for (let turn = 0; turn < turns && goesOn(); turn++)
      for (const course of courses) {
        await goOn(course, Math.ceil(course.share / turns), around)
        memory.after(course)
      }
    branches.stop()
    if (memory.most() > MOST_BYTES) counted.count(`${mebibytes(memory.most())} MiB`)
    return counted.outcome([
      ...courses.map((course) => line(course, memory.of(course))),
      lastLine(courses, memory.most())
    ])
  }
}

type Held = { readonly first: number; readonly later: number }
const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

/** What each reader left behind: in its first turn, when code is compiled and caches fill, and in all later ones. */
function memoryOf(courses: readonly Course[]) {
  const held = new Map<Course, Held>(courses.map((course) => [course, { first: 0, later: 0 }]))
  const begun = new Set<Course>()
  const start = collectedMemory()
  let last = start
  let most = 0
  return {
    after(course: Course): void {
      const now = collectedMemory()
      const { first, later } = held.get(course) ?? { first: 0, later: 0 }
      held.set(course, begun.has(course) ? { first, later: later + now - last } : { first: now - last, later })
      begun.add(course)
      last = now
      most = Math.max(most, now - start)
    },
    of: (course: Course): Held => held.get(course) ?? { first: 0, later: 0 },
    most: () => most
  }
}

function line({ target, done, blocks, pool, slowest }: Course, { first, later }: Held): string {
  const found = `${done.toLocaleString('en')} inputs, ${blocks} new blocks, ${pool.length} inputs kept going`
  const memory = `${mebibytes(first)} MiB in the first turn, ${mebibytes(later)} MiB in all later ones`
  return `${target.name}: ${found}, ${memory}, the slowest ${slowest.toFixed(1)} ms`
}

function lastLine(courses: readonly Course[], most: number): string {
  const slowest = Math.max(...courses.map((course) => course.slowest))
  return `the slowest took ${slowest.toFixed(1)} ms of the processor, ${mebibytes(most)} MiB more than before`
}
