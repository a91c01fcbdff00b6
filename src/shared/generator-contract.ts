import * as v from 'valibot'
import {
  characterOptions,
  diceRolls,
  generatedPassphrase,
  generatedPassword,
  passphraseOptions,
  wordListId
} from './generator-views.ts'

/** The generator, and what it copies. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const secret = (longest: number) => v.pipe(v.string(), v.maxLength(longest))

export const generatorContract = {
  'clipboard.copyGenerated': {
    served: 'main',
    input: v.strictObject({ text: secret(4096) }),
    output: v.strictObject({ clearsAt: v.number() })
  },
  'clipboard.clear': { served: 'main', input: nothing, output: nothing },
  'generator.passphrase': { served: 'vault', input: passphraseOptions, output: generatedPassphrase },
  'generator.fromRolls': {
    served: 'vault',
    input: v.strictObject({ options: passphraseOptions, rolls: diceRolls }),
    output: generatedPassphrase
  },
  'generator.dicePerWord': { served: 'vault', input: v.strictObject({ list: wordListId }), output: v.number() },
  'generator.characters': { served: 'vault', input: characterOptions, output: generatedPassword },
  'generator.pin': {
    served: 'vault',
    input: v.strictObject({ digits: v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(12)) }),
    output: generatedPassword
  }
} as const
