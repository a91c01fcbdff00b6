import type { InternalHandlers } from '../../shared/api.ts'
import type { OpenSession } from './open-session.ts'

/** Paths come from main alone, which knows them by the user's choice. */
export function exportFileHandlers({ session }: OpenSession): Pick<InternalHandlers, 'export.writeFile'> {
  return { 'export.writeFile': (request) => session().exportItems(request) }
}
