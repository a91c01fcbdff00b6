import { VaultError } from '../../core/errors.ts'
import type { InternalHandlers } from '../../shared/api.ts'
import type { Environment } from '../environment.ts'
import { replaceWithBytes } from '../storage/atomic-write.ts'
import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

/** More is no text for a mail; a file takes it. */
const MOST_TEXT = 2 ** 20

export function shareHandlers({ session }: OpenSession): HandlersOf<'share'> {
  return {
    'share.ownKey': () => session().ownKey(),
    'share.recipients': () => [...session().recipients()],
    'share.keepRecipient': ({ name, key }) => session().keepRecipient(name, key),
    'share.dropRecipient': ({ id }) => session().dropRecipient(id),
    'share.asText': async (request) => {
      const sealed = await session().shareItem(request)
      if (sealed.length > MOST_TEXT) throw new VaultError('TOO_LARGE')
      return { text: new TextDecoder().decode(sealed) }
    }
  }
}

/** Paths come from main alone, which knows them by the user's choice. */
export function shareFileHandlers(
  { fs }: Environment,
  { session }: OpenSession
): Pick<InternalHandlers, 'share.writeFile' | 'share.readText'> {
  return {
    'share.readText': ({ text, password }) => session().imports.read({ path: '', text, password }),
    'share.writeFile': async ({ target, ...request }) =>
      replaceWithBytes(fs, { path: target, replace: false }, await session().shareItem(request))
  }
}
