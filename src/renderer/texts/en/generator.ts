import type { PassphraseOptions, WordListId } from '../../../shared/generator-views.ts'

const lists: Readonly<Record<WordListId, string>> = {
  'eff-large': 'EFF large list, 7,776 words',
  'eff-short-1': 'EFF short list 1, 1,296 words',
  'eff-short-2': 'EFF short list 2.0, 1,296 words',
  de: 'German list, 7,776 words'
}

const separators: Readonly<Record<PassphraseOptions['separator'], string>> = {
  space: 'Space',
  hyphen: 'Hyphen',
  dot: 'Dot',
  underscore: 'Underscore',
  none: 'None'
}

export const generator = {
  title: 'Generator',
  kind: 'Kind of secret',
  tabs: { passphrase: 'Passphrase', characters: 'Characters', pin: 'PIN' },
  copy: 'Copy',
  reroll: 'Re-roll',
  use: 'Use it',
  copied: 'Generated secret copied, clears in ',
  clearNow: 'Clear now',
  exactWords: (words: number, each: string) => `exact, ${words} × ${each}`,
  exact: 'exact',
  exactDigits: (digits: number) => `exact, ${digits} digits`,
  wordsAndDice: (words: number, dice: number) => `${words} words, ${dice} dice each`,
  ownRolls: 'Enter my own dice rolls',
  rollAll: 'Roll for me instead',
  list: 'Word list',
  lists,
  words: 'Words',
  separator: 'Separator',
  separators,
  capitals: 'Capital first letters',
  digit: 'One digit',
  length: 'Length',
  characters: (count: number) => `${count} characters`,
  upper: 'Capitals',
  lower: 'Small letters',
  digits: 'Digits',
  symbols: 'Symbols',
  noLookAlikes: 'No look-alikes',
  oneKind: 'At least one kind of character stays on.',
  pinDigits: 'Digits',
  largeType: 'Large type',
  charactersHint:
    'Each kind that is on occurs at least once. Underlined characters are digits, tinted ones are symbols. Every password that follows these rules is equally likely.',
  pinHint: 'Good where a device locks after a few tries. Every PIN is equally likely, 1234 too.',
  earlier: 'Generated earlier, kept sealed in this vault',
  earlierOne: 'Generated secret',
  revealEarlier: (number: number) => `Reveal number ${number}`,
  hideEarlier: (number: number) => `Hide number ${number}`,
  copyAgain: (number: number) => `Copy number ${number} again`,
  cost: (guesses: string, kdf: string, time: string) =>
    `A thousand graphics cards that each move a terabyte a second could try ${guesses} guesses a second against this vault’s Argon2id setting (${kdf}). Half of the possibilities would take them ${time}.`,
  kdf: (mebibytes: string, passes: number) => `${mebibytes} MiB, ${passes} ${passes === 1 ? 'pass' : 'passes'}`,
  instant: 'less than a second',
  beyond: 'more than a trillion years'
}

export type GeneratorTexts = typeof generator
