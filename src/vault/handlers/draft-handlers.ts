import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function draftHandlers({ session }: OpenSession): HandlersOf<'draft'> {
  return {
    'draft.keep': (draft) => session().keepDraft(draft),
    'draft.load': () => session().loadDraft(),
    'draft.drop': () => session().dropDraft()
  }
}
