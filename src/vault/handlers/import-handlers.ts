import type { InternalHandlers } from '../../shared/api.ts'
import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function importHandlers({ session, tellChanged }: OpenSession): HandlersOf<'import'> {
  return {
    'import.apply': async (request) => {
      const done = await session().imports.apply(request.import)
      tellChanged()
      return done
    },
    'import.undo': async (request) => {
      await session().imports.undo(request.import)
      tellChanged()
    },
    'import.drop': (request) => session().imports.drop(request.import)
  }
}

/** Paths come from main alone, which knows them by the user's choice. */
export function importFileHandlers({
  session
}: OpenSession): Pick<InternalHandlers, 'import.readFile' | 'import.sketchFile'> {
  return {
    'import.readFile': (request) => session().imports.read(request),
    'import.sketchFile': ({ path, mapping }) => session().imports.sketch(path, mapping)
  }
}
