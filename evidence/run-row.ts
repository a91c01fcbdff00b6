import type { Outcome, Row, Trial } from './row.ts'

export type RunOptions = {
  readonly seed: number
  readonly scale: number
  readonly minutes: number
  readonly script: Trial['script']
  readonly onProgress?: (done: number) => void
}

const TELL_EVERY = 10_000

/** Runs one row; what it throws counts as a failed try, so that a broken row never looks like a kept promise. */
export async function runRow(row: Row, options: RunOptions): Promise<Outcome> {
  const begun = performance.now()
  let told = begun
  const trial: Trial = {
    seed: options.seed,
    scale: options.scale,
    script: options.script,
    goesOn: () => performance.now() - begun < options.minutes * 60_000,
    report(done) {
      if (performance.now() - told < TELL_EVERY) return
      told = performance.now()
      options.onProgress?.(done)
    }
  }
  try {
    return await row.run(trial)
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { tried: 1, failed: 1, notes: [`FAILED the row itself: ${text.split('\n').slice(0, 3).join(' ')}`] }
  }
}

export const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
