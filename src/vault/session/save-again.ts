import { keepUnsaved, writeCopy } from '../write-copy.ts'
import type { SessionContext } from './session-context.ts'

export type SaveAgain = {
  /** How many saves the disk has not taken; they are kept until it does, or until they are written elsewhere. */
  unsaved(): number
  /** Opens the file anew, sees what is there, and writes what is missing. As the save that failed. */
  saveAgain(): Promise<void>
  /** A complete vault with what was not saved, as a new file. ALREADY_EXISTS, NO_SPACE, … */
  saveCopy(path: string): Promise<{ readonly items: number }>
}

export function saveAgain({ environment, store, opened }: SessionContext): SaveAgain {
  return {
    unsaved() {
      opened()
      return store.unsaved.count()
    },
    async saveAgain() {
      opened()
      await store.saveAgain()
    },
    saveCopy: (path) =>
      store.inTurn(async () => {
        opened()
        return environment.runJob('saveCopy', (job) => writeCopy(environment, store, path, job))
      })
  }
}

/** The last moment at which they can be kept. */
export async function settleUnsaved({ environment, store }: Pick<SessionContext, 'environment' | 'store'>) {
  if (store.unsaved.count() === 0) return
  try {
    await store.saveAgain()
  } catch {
    await store.inTurn(() => keepUnsaved(environment, store))
  }
}
