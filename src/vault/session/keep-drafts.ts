import { type Draft, dropDraft, keepDraft, loadDraft } from '../drafts.ts'
import type { SessionContext } from './session-context.ts'

export type KeepDrafts = {
  keepDraft(draft: Draft): Promise<void>
  loadDraft(): Draft | null
  dropDraft(): Promise<void>
}

export function keepDrafts({ save, opened, deviceId }: SessionContext): KeepDrafts {
  return {
    keepDraft: (draft) => save(keepDraft(deviceId, draft)),
    loadDraft: () => loadDraft(opened(), deviceId),
    dropDraft: () => save(dropDraft(deviceId))
  }
}
