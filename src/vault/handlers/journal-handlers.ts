import type { InternalHandlers } from '../../shared/api.ts'
import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

/** Who did what with which secret. */
export function journalHandlers({ session }: OpenSession): HandlersOf<'journal'> {
  return {
    'journal.view': () => session().journal.view(),
    'journal.query': ({ filter, ...window }) => session().journal.query(filter, window),
    'journal.ofItem': ({ item }) => session().journal.ofItem(item),
    'journal.setPolicy': ({ policy }) => session().journal.setPolicy(policy)
  }
}

export function internalJournalHandlers({
  session
}: OpenSession): Pick<InternalHandlers, 'journal.writeCsv' | 'journal.printed'> {
  return {
    'journal.writeCsv': ({ target, filter }) => session().journal.writeCsv(target, filter),
    'journal.printed': async () => session().journal.note({ act: 'printed' })
  }
}
