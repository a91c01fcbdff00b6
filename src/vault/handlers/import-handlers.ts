import type { InternalHandlers } from '../../shared/api.ts'
import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function importHandlers({ imports }: OpenSession): HandlersOf<'import'> {
  return {
    'import.apply': (request) => imports.apply(request.import),
    'import.undo': (request) => imports.undo(request.import),
    'import.drop': (request) => imports.drop(request.import)
  }
}

/** Paths come from main alone, which knows them by the user's choice. */
export function importFileHandlers({
  imports
}: OpenSession): Pick<InternalHandlers, 'import.readFile' | 'import.sketchFile'> {
  return {
    'import.readFile': (request) => imports.read(request),
    'import.sketchFile': ({ path, mapping }) => imports.sketch(path, mapping)
  }
}
