import { generateCharacters, generatePin } from '../../core/generator/password.ts'
import { generatePassphrase, passphraseFromRolls } from '../../core/generator/diceware.ts'
import { loadWordList } from '../word-lists.ts'
import type { HandlersOf } from './handlers-of.ts'

/** These need no vault. */
export const generatorHandlers: HandlersOf<'generator'> = {
  'generator.passphrase': async (options) => generatePassphrase(await loadWordList(options.list), options),
  'generator.fromRolls': async ({ options, rolls }) =>
    passphraseFromRolls(await loadWordList(options.list), options, rolls),
  'generator.dicePerWord': async ({ list }) => (await loadWordList(list)).dicePerWord,
  'generator.characters': (options) => generateCharacters(options),
  'generator.pin': ({ digits }) => generatePin(digits)
}
