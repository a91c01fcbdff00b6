import { setImmediate } from 'node:timers/promises'
import type { Session } from '../session.ts'

/**
 * Makes the list of an open vault ready for searching and scrolling, in steps of some milliseconds between which whoever
 * asks for something is answered. LOCKED when it was locked meanwhile; VAULT_DAMAGED { offset }.
 */
export async function prepareInIdle({ view, store }: Pick<Session, 'view' | 'store'>): Promise<void> {
  do {
    await setImmediate()
    // Refuses once it is locked: keys that were zeroed would make a whole frame look damaged.
    view()
  } while (store.opened().list.prepare())
}
