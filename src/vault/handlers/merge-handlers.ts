import type { InternalHandlers } from '../../shared/api.ts'
import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function mergeHandlers({ session, tellChanged }: OpenSession): HandlersOf<'merge'> {
  return {
    'merge.reveal': async (place) => ({ value: await session().revealCopy(place) }),
    'merge.apply': ({ choices }) => session().applyMerge(choices),
    'merge.takeBack': async () => {
      const undone = await session().undo.undo()
      tellChanged()
      return { items: undone?.items ?? 0 }
    },
    'merge.close': () => session().closeCopy()
  }
}

export function internalMergeHandlers({
  session
}: OpenSession): Pick<InternalHandlers, 'merge.foundPaths' | 'merge.openPath'> {
  return {
    'merge.foundPaths': async () => [...(await session().foundCopies())],
    'merge.openPath': ({ path, masterPassword }) =>
      session().openCopy({ path, ...(masterPassword === undefined ? {} : { masterPassword }) })
  }
}
