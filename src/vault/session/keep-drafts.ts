import { type Draft, dropDraft, keepDraft, loadDraft } from '../drafts.ts'
import type { SessionContext } from './session-context.ts'

export type KeepDrafts = {
  keepDraft(draft: Draft): Promise<void>
  loadDraft(): Draft | null
  dropDraft(): Promise<void>
}

export function keepDrafts({ store, save, opened, deviceId }: SessionContext): KeepDrafts {
  return {
    keepDraft: (draft) => save(keepDraft(deviceId, draft)),
    loadDraft: () => loadDraft(opened(), deviceId),
    async dropDraft() {
      opened()
      // One that the disk did not take is not in the vault, so taking it out of there would not drop it.
      await store.letGoOfDraft()
      await save(dropDraft(deviceId))
    }
  }
}
