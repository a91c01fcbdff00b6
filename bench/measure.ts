/** The machines are shared: contestants run in turns within one run, medians are compared, and only ratios are judged. */
export type Contestant = { readonly name: string; readonly run: () => Promise<void> | void }
export type Times = {
  readonly name: string
  readonly median: number
  readonly p95: number
  readonly best: number
  /** The median of what all threads of the process computed meanwhile. */
  readonly cpu: number
}

export type Rounds = {
  /** Rounds before those that count, in which the code warms up: the same for every contestant. */
  readonly warmUp?: number
  /** Whether each run begins with an empty heap, and so with code and caches that have just been pushed aside. */
  readonly collect?: boolean
}

export async function interleave(
  contestants: readonly Contestant[],
  rounds: number,
  { warmUp = 1, collect = true }: Rounds = {}
): Promise<Times[]> {
  const times = contestants.map((): number[] => [])
  const cpu = contestants.map((): number[] => [])
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, { run }] of contestants.entries()) {
      if (collect) globalThis.gc?.()
      const before = process.cpuUsage()
      const begun = performance.now()
      await run()
      if (round < 0) continue
      times[index]?.push(performance.now() - begun)
      const { user, system } = process.cpuUsage(before)
      cpu[index]?.push((user + system) / 1000)
    }
  }
  return contestants.map(({ name }, index) => ({
    name,
    ...summary(times[index] ?? []),
    cpu: median(cpu[index] ?? [])
  }))
}

export const median = (numbers: readonly number[]): number => summary(numbers).median

export function summary(times: readonly number[]): Omit<Times, 'name' | 'cpu'> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), best: sorted[0] ?? Number.NaN }
}

/**
 * The times of jobs that only compute, in the order in which they are given, each the best of several runs of them all: on
 * a busy machine the clock on the wall would mostly measure the others.
 */
export function bestTimes(runs: number, jobs: () => Iterable<() => void>): number[] {
  const best: number[] = []
  for (let run = 0; run < runs; run++) {
    let index = 0
    for (const job of jobs()) {
      const begun = performance.now()
      job()
      best[index] = Math.min(best[index] ?? Number.POSITIVE_INFINITY, performance.now() - begun)
      index += 1
    }
  }
  return best
}

/** A figure against its goal. */
export type Row = { readonly what: string; readonly value: string; readonly goal: string; readonly met: boolean | null }

export const ratio = (value: number, goal: number, what: string): Row => ({
  what,
  value: `${value.toFixed(2)}×`,
  goal: `≤ ${goal}×`,
  met: value <= goal
})

export const atMost = (value: number, goal: number, unit: string, what: string): Row => ({
  what,
  value: `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
  goal: `≤ ${goal} ${unit}`,
  met: value <= goal
})

/** How many times less or faster than another. */
export const atLeast = (value: number, goal: number, what: string): Row => ({
  what,
  value: `${value.toFixed(1)}×`,
  goal: `≥ ${goal}×`,
  met: value >= goal
})

export const told = (what: string, value: string): Row => ({ what, value, goal: '', met: null })

export function printRows(title: string, rows: readonly Row[]): void {
  const width = Math.max(...rows.map((row) => row.what.length))
  process.stdout.write(`\n${title}\n`)
  for (const { what, value, goal, met } of rows) {
    const verdict = met === null ? '' : met ? 'met' : 'MISSED'
    process.stdout.write(
      `  ${what.padEnd(width)}  ${value.padStart(12)}  ${goal.padEnd(12)} ${verdict}`.trimEnd() + '\n'
    )
  }
}
