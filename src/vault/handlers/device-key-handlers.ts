import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function deviceKeyHandlers({ session }: OpenSession): HandlersOf<'deviceKey'> {
  return {
    'deviceKey.print': async ({ masterPassword }) => ({ printed: await session().printDeviceKey(masterPassword) })
  }
}
