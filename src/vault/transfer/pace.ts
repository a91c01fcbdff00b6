import { setImmediate } from 'node:timers/promises'
import { VaultError } from '../../core/errors.ts'
import type { ImportWork } from './importer.ts'

/** Milliseconds for which work may hold the thread before others get their turn. */
const TURN = 12

/** Waits for nothing, most of the time. CANCELLED once the signal says so. */
export type Pace = (done: number, total: number) => Promise<void>

/**
 * Long work on the thread that also answers: called once for each piece, it lets others have their turn every few
 * milliseconds, tells how far the work is, and ends it when it is to end.
 */
export function createPace({ signal, report }: Pick<ImportWork, 'signal' | 'report'>): Pace {
  let last = performance.now()
  return async (done, total) => {
    if (signal.aborted) throw new VaultError('CANCELLED')
    if (performance.now() - last < TURN) return
    report(done, total)
    await setImmediate()
    last = performance.now()
  }
}
