import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

const words = (phrase: readonly string[] | null): string[] | null => (phrase === null ? null : [...phrase])

/** New keys under the same master password. */
export function keysHandlers({ session }: OpenSession): HandlersOf<'keys'> {
  return {
    'keys.newPhrase': async ({ masterPassword }) => {
      const { recoveryPhrase } = await session().newPhrase(masterPassword)
      return { recoveryPhrase: words(recoveryPhrase) }
    },
    'keys.measureKdf': () => session().measureKdf(),
    'keys.raiseKdf': async ({ masterPassword, kdf }) => {
      const { recoveryPhrase } = await session().raiseKdf(masterPassword, kdf)
      return { recoveryPhrase: words(recoveryPhrase) }
    }
  }
}
