import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

type Daily = HandlersOf<'undo'> &
  HandlersOf<'history'> &
  HandlersOf<'kept'> &
  HandlersOf<'passwordChange'> &
  HandlersOf<'health'>

/** What keeps a day's work safe: steps back, older values, passwords in the making, and the health of it all. */
export function dailyHandlers({ session }: OpenSession): Daily {
  return {
    'undo.state': () => session().undo.state(),
    'undo.settle': () => session().undo.settle(),
    'undo.undo': () => session().undo.undo(),
    'undo.redo': () => session().undo.redo(),
    'history.versions': ({ item, field }) => session().versions(item, field),
    'history.restore': ({ item, field, at }) => session().restoreVersion(item, field, at),
    'kept.generated': () => session().generated(),
    'kept.keepGenerated': ({ text }) => session().keepGenerated(text),
    'kept.reveal': async (kept) => ({ value: await session().keptText(kept) }),
    'passwordChange.pending': ({ item }) => session().pendingPasswords(item),
    'passwordChange.begin': ({ item, field, text, bits }) => session().beginPasswordChange(item, field, { text, bits }),
    'passwordChange.confirm': ({ item, field }) => session().confirmPasswordChange(item, field),
    'passwordChange.drop': ({ item, field }) => session().dropPasswordChange(item, field),
    'health.report': () => session().health(),
    'health.ignore': ({ kind, items, reason }) => session().ignoreFinding(kind, items, reason),
    'health.merge': ({ items }) => session().mergeItems(items)
  }
}
