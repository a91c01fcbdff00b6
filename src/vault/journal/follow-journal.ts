import type { Session } from '../session.ts'

/** Programs of this device that could not write to the vault wait no longer than this for one that can. */
const EVERY = 1000

/** Takes in what other programs left beside an open vault, and says when there is more to show. */
export function followJournal({ journal }: Session, changed: () => void): { readonly stop: () => void } {
  journal.listen(changed)
  const timer = setInterval(() => journal.look(), EVERY)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
