import * as v from 'valibot'

/** What the generator is asked for and what it gives, with its exact bits. */

export const wordListId = v.picklist(['eff-large', 'eff-short-1', 'eff-short-2', 'de'])
export type WordListId = v.InferOutput<typeof wordListId>

export const passphraseOptions = v.strictObject({
  list: wordListId,
  words: v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(12)),
  separator: v.picklist(['space', 'hyphen', 'dot', 'underscore', 'none']),
  capitals: v.boolean(),
  digit: v.boolean()
})
export type PassphraseOptions = v.InferOutput<typeof passphraseOptions>

/** What is made unless somebody chooses. */
export const USUAL_PASSPHRASE: PassphraseOptions = {
  list: 'eff-large',
  words: 6,
  separator: 'space',
  capitals: false,
  digit: false
}

export const characterOptions = v.strictObject({
  length: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(128)),
  lower: v.boolean(),
  upper: v.boolean(),
  digits: v.boolean(),
  symbols: v.boolean(),
  lookAlikes: v.boolean()
})
export type CharacterOptions = v.InferOutput<typeof characterOptions>

/** Dice faces 1 to 6, one row a word. */
export const diceRolls = v.array(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))))

export const generatedPassphrase = v.strictObject({
  text: v.string(),
  words: v.array(v.string()),
  rolls: diceRolls,
  bits: v.number()
})
export type GeneratedPassphrase = v.InferOutput<typeof generatedPassphrase>

export const generatedPassword = v.strictObject({ text: v.string(), bits: v.number() })
export type GeneratedPassword = v.InferOutput<typeof generatedPassword>
