import { VaultError } from '../errors.ts'
import { type RandomBytes, randomBelow, randomBytes } from '../random.ts'
import { countCovering, drawCovering } from './covering-strings.ts'
import { bitsOf } from './entropy.ts'

export type CharacterOptions = {
  /** 8 to 128. */
  readonly length: number
  readonly lower: boolean
  readonly upper: boolean
  readonly digits: boolean
  readonly symbols: boolean
  /** Whether characters that look alike, such as l and 1, may appear. */
  readonly lookAlikes: boolean
}

export type GeneratedPassword = { text: string; bits: number }

export const DEFAULT_CHARACTERS: CharacterOptions = {
  length: 20,
  lower: true,
  upper: true,
  digits: true,
  symbols: true,
  lookAlikes: false
}

const CLASSES = {
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  lower: 'abcdefghijklmnopqrstuvwxyz',
  digits: '0123456789',
  // What sites accept and keyboards everywhere have; no quote, slash or blank, which shells and forms mangle.
  symbols: '!%&*+-=?@_'
} as const
const LOOK_ALIKES = /[0Oo1lI]/g
const KINDS = ['upper', 'lower', 'digits', 'symbols'] as const

/**
 * A password with every chosen kind of character in it, each such password as likely as the others; `bits` is the exact
 * logarithm of how many there are. BAD_REQUEST when no kind is chosen or the length is out of bounds.
 */
export function generateCharacters(options: CharacterOptions, random: RandomBytes = randomBytes): GeneratedPassword {
  const { length } = options
  if (!isWholeWithin(length, 8, 128)) throw new VaultError('BAD_REQUEST')
  const classes = characterClasses(options)
  const text = drawCovering(classes, length, random)
  return {
    text,
    bits: bitsOf(
      countCovering(
        classes.map((members) => members.length),
        length
      )
    )
  }
}

/** Digits only, 4 to 12 of them, any of them the first. BAD_REQUEST otherwise. */
export function generatePin(digits: number, random: RandomBytes = randomBytes): GeneratedPassword {
  if (!isWholeWithin(digits, 4, 12)) throw new VaultError('BAD_REQUEST')
  const text = Array.from({ length: digits }, () => randomBelow(10, random)).join('')
  return { text, bits: digits * Math.log2(10) }
}

/** The characters of each chosen kind. */
export function characterClasses(options: CharacterOptions): readonly string[] {
  const chosen = KINDS.filter((kind) => options[kind]).map((kind) => CLASSES[kind])
  return options.lookAlikes ? chosen : chosen.map((members) => members.replace(LOOK_ALIKES, ''))
}

function isWholeWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
