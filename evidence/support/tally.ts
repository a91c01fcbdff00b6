import type { Outcome } from '../row.ts'

export type Tally = {
  readonly tried: number
  /** Counts a try; a text says how it broke the promise. */
  readonly count: (failure?: string | null) => void
  /** Counts what kind of end a try came to, for the notes. */
  readonly saw: (end: string) => void
  readonly outcome: (notes?: readonly string[]) => Outcome
}

const TOLD = 5

export function tally(report: (done: number) => void = () => {}): Tally {
  let tried = 0
  const failures: string[] = []
  const ends = new Map<string, number>()
  return {
    get tried() {
      return tried
    },
    count(failure = null) {
      tried += 1
      if (failure !== null) failures.push(failure)
      report(tried)
    },
    saw: (end) => void ends.set(end, (ends.get(end) ?? 0) + 1),
    outcome(notes = []) {
      const seen = [...ends].map(([end, times]) => `${end}: ${times.toLocaleString('en')}`).toSorted()
      const told = failures.slice(0, TOLD).map((failure) => `FAILED ${failure}`)
      return {
        tried,
        failed: failures.length,
        notes: [...notes, ...(seen.length > 0 ? [seen.join(', ')] : []), ...told]
      }
    }
  }
}
