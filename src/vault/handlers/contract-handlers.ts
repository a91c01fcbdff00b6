import type { Handlers, ServedBy } from '../../shared/api.ts'
import { estimateBits } from '../../core/vault/strength.ts'
import { generateCharacters, generatePin } from '../../core/generator/password.ts'
import { generatePassphrase, passphraseFromRolls } from '../../core/generator/diceware.ts'
import { itemTemplates } from '../item-templates.ts'
import { loadWordList } from '../word-lists.ts'
import { dailyHandlers } from './daily-handlers.ts'
import type { OpenSession } from './open-session.ts'

/** The page's methods that the vault process serves. */
export function contractHandlers(open: OpenSession): Handlers<ServedBy<'vault'>> {
  const { session } = open
  return {
    ...dailyHandlers(open),
    'vault.view': () => session().view(),
    'vault.changeMasterPassword': async ({ current, next, keepPhrase }) => {
      const request = { current, next, ...(keepPhrase === undefined ? {} : { keepPhrase }) }
      const { recoveryPhrase } = await session().changeMasterPassword(request)
      return { recoveryPhrase: recoveryPhrase === null ? null : [...recoveryPhrase] }
    },
    'vault.estimatePassword': ({ password }) => ({ bits: estimateBits(password) }),

    'list.query': (query) => session().query(query),
    'list.counts': () => session().counts(),
    'item.templates': () => itemTemplates(),
    'item.get': ({ item }) => session().item(item),
    'item.purge': ({ items }) => session().purge(items),
    'item.reveal': async ({ item, field }) => ({ value: await session().reveal(item, field) }),
    'item.oneTimeCode': ({ item, field }) => session().oneTimeCode(item, field),

    'draft.keep': (draft) => session().keepDraft(draft),
    'draft.load': () => session().loadDraft(),
    'draft.drop': () => session().dropDraft(),

    'generator.passphrase': async (options) => generatePassphrase(await loadWordList(options.list), options),
    'generator.fromRolls': async ({ options, rolls }) =>
      passphraseFromRolls(await loadWordList(options.list), options, rolls),
    'generator.dicePerWord': async ({ list }) => (await loadWordList(list)).dicePerWord,
    'generator.characters': (options) => generateCharacters(options),
    'generator.pin': ({ digits }) => generatePin(digits)
  }
}
