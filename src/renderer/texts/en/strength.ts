import type { WeakReason } from '../../../shared/strength-views.ts'

/** Why a typed password is weak. */
export const strength = {
  common: 'Everybody who guesses tries this one first.',
  known: 'This is built on a name that stands beside it.',
  word: 'This is a single word or name with little around it.',
  wordYear: 'This is a word or a name with a year after it.',
  words: 'These are words or names that many people use.',
  keys: 'These keys lie side by side on the keyboard.',
  repeat: 'This is the same thing over and over.',
  sequence: 'This is a sequence that anybody can continue.',
  date: 'This is a date or a year.',
  short: 'This is too short.'
} satisfies Readonly<Record<WeakReason, string>>

export type StrengthTexts = Readonly<Record<WeakReason, string>>
