import { VaultError } from '../../core/errors.ts'
import type { SessionContext } from './session-context.ts'

export type Compacted = { readonly before: number; readonly after: number }

export type Compact = {
  /** Writes the vault anew without what it has outlived; bytes before and after. READ_ONLY, NO_SPACE, CANCELLED, … */
  compact(): Promise<Compacted>
}

const TRIES = 5

export function compact({ environment, store, opened }: SessionContext): Compact {
  return {
    compact: () =>
      environment.runJob('compact', async (job) => {
        const before = opened().file.tip.size
        for (let attempt = 1; ; attempt++) {
          try {
            await store.compact(job)
            return { before, after: opened().file.tip.size }
          } catch (error) {
            const gaveWay = error instanceof VaultError && error.code === 'CANCELLED' && !job.signal.aborted
            if (!gaveWay || attempt === TRIES) throw error
          }
        }
      })
  }
}
