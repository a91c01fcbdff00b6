import { setTimeout } from 'node:timers/promises'

/** So long after the last thing that was asked for, nobody is believed to be waiting. In milliseconds. */
const QUIET = 120
/** Work that nobody waits for comes on nevertheless, while somebody types without a stop. */
const MOST = 1000

/** Tells work in the background when it is in nobody's way. */
export type Quiet = {
  /** Somebody asked for something. */
  readonly asked: () => void
  /** Settles in the next quiet moment; at once when it is quiet. */
  readonly come: () => Promise<void>
}

export function createQuiet(now: () => number = () => performance.now()): Quiet {
  let last = Number.NEGATIVE_INFINITY
  return {
    asked() {
      last = now()
    },
    async come() {
      const latest = now() + MOST
      for (;;) {
        const left = Math.min(last + QUIET, latest) - now()
        if (left <= 0) return
        await setTimeout(left)
      }
    }
  }
}
