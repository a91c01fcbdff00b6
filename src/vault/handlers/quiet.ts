import { setTimeout } from 'node:timers/promises'

/** So long after the last thing that was asked for, a screen has all that it asked for. In milliseconds. */
const SETTLED = 40
/** So long after it, nobody is typing: between two keys are 60 to 300 ms. */
const IDLE = 400
/** Work that nobody waits for comes on nevertheless, while somebody types without a stop. */
const MOST = 4000

/** Tells work in the background when it is in nobody's way. */
export type Quiet = {
  /** Somebody asked for something. */
  readonly asked: () => void
  /** Settles once a screen was served, for work in steps that are too short to be felt; at once when none is. */
  readonly settled: () => Promise<void>
  /** Settles once nobody types any more, for work in longer steps; at once when nobody does. */
  readonly idle: () => Promise<void>
}

export function createQuiet(
  now: () => number = () => performance.now(),
  wait: (milliseconds: number) => Promise<unknown> = setTimeout
): Quiet {
  let last = Number.NEGATIVE_INFINITY
  async function after(quiet: number): Promise<void> {
    const latest = now() + MOST
    for (;;) {
      const left = Math.min(last + quiet, latest) - now()
      if (left <= 0) return
      await wait(left)
    }
  }
  return {
    asked() {
      last = now()
    },
    settled: () => after(SETTLED),
    idle: () => after(IDLE)
  }
}
