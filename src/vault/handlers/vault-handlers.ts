import { estimateBits } from '../../core/vault/strength.ts'
import type { Strength } from '../strength/strength.ts'
import type { HandlersOf } from './handlers-of.ts'
import type { OpenSession } from './open-session.ts'

export function vaultHandlers({ session }: OpenSession, strength: Strength): HandlersOf<'vault'> {
  return {
    'vault.view': () => session().view(),
    'vault.changeMasterPassword': async ({ current, next, keepPhrase }) => {
      const request = { current, next, ...(keepPhrase === undefined ? {} : { keepPhrase }) }
      const { recoveryPhrase } = await session().changeMasterPassword(request)
      return { recoveryPhrase: recoveryPhrase === null ? null : [...recoveryPhrase] }
    },
    'vault.unsaved': () => session().unsaved(),
    'vault.saveAgain': () => session().saveAgain(),
    'vault.compact': () => session().compact(),
    'vault.estimatePassword': ({ password }) => ({ bits: estimateBits(password) }),
    'vault.judgePassword': ({ password, beside }) => strength.judge(password, beside)
  }
}
