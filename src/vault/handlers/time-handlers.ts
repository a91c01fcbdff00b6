import type { InternalHandlers } from '../../shared/api.ts'
import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function timeHandlers({ session, tellChanged }: OpenSession): HandlersOf<'time'> {
  const told = async <Value>(work: Promise<Value>): Promise<Value> => {
    const done = await work
    tellChanged()
    return done
  }
  return {
    'time.item': ({ item }) => session().itemThen(item),
    'time.reveal': (place) => ({ value: session().revealThen(place) }),
    'time.restoreField': ({ item, field }) => told(session().restoreField(item, field)),
    'time.restoreItem': ({ item }) => told(session().restoreItem(item)),
    'time.restoreEverything': () => told(session().restoreEverything()),
    'time.close': () => session().closeBackup()
  }
}

export function internalTimeHandlers({ session }: OpenSession): Pick<InternalHandlers, 'time.openPath'> {
  return {
    'time.openPath': ({ path, masterPassword }) =>
      session().openBackup({ path, ...(masterPassword === undefined ? {} : { masterPassword }) })
  }
}
