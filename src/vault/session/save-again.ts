import { VaultError } from '../../core/errors.ts'
import { nextStamp } from '../../core/vault/stamp.ts'
import type { UnsavedView } from '../../shared/vault-views.ts'
import { type CopiedFile, copiedFile } from '../attachments/copied-files.ts'
import type { Job } from '../environment.ts'
import { keepUnsaved, writeCopy } from '../write-copy.ts'
import type { Attachments } from './keep-files.ts'
import type { SessionContext } from './session-context.ts'

export type SaveAgain = {
  /** What the disk has not taken; it is kept until it does, or until it is written elsewhere. */
  unsaved(): UnsavedView
  /** Opens the file anew, sees what is there, and writes what is missing. As the save that failed; SOURCE_CHANGED. */
  saveAgain(): Promise<void>
  /** A complete vault with what was not saved, as a new file. ALREADY_EXISTS, NO_SPACE, SOURCE_CHANGED, … */
  saveCopy(path: string): Promise<{ readonly items: number }>
}

export function saveAgain(context: SessionContext, attachments: Pick<Attachments, 'addWaiting'>): SaveAgain {
  const { environment, store, opened } = context
  return {
    unsaved() {
      opened()
      return countUnsaved(store)
    },
    async saveAgain() {
      opened()
      await store.saveAgain()
      await attachments.addWaiting()
    },
    saveCopy: (path) =>
      store.inTurn(async () => {
        opened()
        return environment.runJob('saveCopy', async (job) =>
          writeCopy(environment, store, path, await filesFor(context, job), job)
        )
      })
  }
}

export function countUnsaved({ unsaved, files }: Pick<SessionContext['store'], 'unsaved' | 'files'>): UnsavedView {
  return { count: unsaved.count() + files.count(), files: files.count() }
}

/** One that cannot be read as it was waits no longer: trying again writes all the rest. */
async function filesFor({ environment, store, deviceId }: SessionContext, job: Job): Promise<readonly CopiedFile[]> {
  const [opened, now] = [store.opened(), environment.now()]
  const copied: CopiedFile[] = []
  const into = { opened, at: nextStamp(store.unsaved.greatestStamp(opened.folded), now, deviceId), now }
  for (const file of store.files.all()) {
    copied.push(
      await copiedFile(environment.fs, file, into, job).catch((error: unknown) => {
        if (!(error instanceof VaultError && error.code === 'CANCELLED')) store.files.drop(file)
        throw error
      })
    )
  }
  return copied
}

/** The last moment at which they can be kept. Files that wait are still where they were; locking does not wait for them. */
export async function settleUnsaved({ environment, store }: Pick<SessionContext, 'environment' | 'store'>) {
  if (store.unsaved.count() === 0) return
  try {
    await store.saveAgain()
  } catch {
    await store.inTurn(() => keepUnsaved(environment, store))
  }
}
