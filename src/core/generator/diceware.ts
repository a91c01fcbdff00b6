import { VaultError } from '../errors.ts'
import { type RandomBytes, randomBelow, randomBytes } from '../random.ts'
import type { WordList, WordListId } from './word-list.ts'

export type PassphraseOptions = {
  readonly list: WordListId
  /** 4 to 12. */
  readonly words: number
  readonly separator: 'space' | 'hyphen' | 'dot' | 'underscore' | 'none'
  readonly capitals: boolean
  /** One digit right behind one of the words. */
  readonly digit: boolean
}

/** `words` as the list has them, each with the dice that chose it; `bits` exact for these options. */
export type GeneratedPassphrase = { text: string; words: string[]; rolls: number[][]; bits: number }

const SEPARATORS = { space: ' ', hyphen: '-', dot: '.', underscore: '_', none: '' } as const
const FACES = 6

/** BAD_REQUEST when the options are out of bounds or name another list. */
export function generatePassphrase(
  list: WordList,
  options: PassphraseOptions,
  random: RandomBytes = randomBytes
): GeneratedPassphrase {
  checkOptions(list, options)
  const roll = () => randomBelow(FACES, random) + 1
  const rolls = Array.from({ length: options.words }, () => Array.from({ length: list.dicePerWord }, roll))
  return passphraseFromRolls(list, options, rolls, random)
}

/**
 * The passphrase of real dice: one row a word, `list.dicePerWord` faces of 1 to 6 in a row. BAD_REQUEST on any other
 * count or face. Only the digit, where asked for, and its place are still drawn by the machine.
 */
export function passphraseFromRolls(
  list: WordList,
  options: PassphraseOptions,
  rolls: readonly (readonly number[])[],
  random: RandomBytes = randomBytes
): GeneratedPassphrase {
  checkOptions(list, options)
  if (rolls.length !== options.words || !rolls.every((row) => isRow(row, list))) throw new VaultError('BAD_REQUEST')
  const words = rolls.map((row) => wordOf(list, row))
  const parts = options.capitals ? words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)) : words
  const text = (options.digit ? withDigit(parts, random) : parts).join(SEPARATORS[options.separator])
  return { text, words, rolls: rolls.map((row) => [...row]), bits: passphraseBits(list, options) }
}

/**
 * Exact, because every choice gives a text of its own (wordListOf). The digit stands behind any word with any value;
 * capitals are no choice, and add nothing.
 */
function passphraseBits(list: WordList, { words, digit }: PassphraseOptions): number {
  return words * Math.log2(list.words.length) + (digit ? Math.log2(words * 10) : 0)
}

function withDigit(words: readonly string[], random: RandomBytes): string[] {
  const place = randomBelow(words.length, random)
  const digit = randomBelow(10, random)
  return words.map((word, index) => (index === place ? `${word}${digit}` : word))
}

function wordOf(list: WordList, row: readonly number[]): string {
  const word = list.words[row.reduce((index, face) => index * FACES + face - 1, 0)]
  if (word === undefined) throw new VaultError('WORD_LIST_DAMAGED', { list: list.id })
  return word
}

function isRow(row: readonly number[], list: WordList): boolean {
  return row.length === list.dicePerWord && row.every((face) => Number.isInteger(face) && face >= 1 && face <= FACES)
}

function checkOptions(list: WordList, { list: id, words, separator }: PassphraseOptions): void {
  const known = Object.hasOwn(SEPARATORS, separator) && id === list.id
  if (!known || !Number.isInteger(words) || words < 4 || words > 12) throw new VaultError('BAD_REQUEST')
}
