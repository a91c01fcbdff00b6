import { COMMON, KEYBOARD_ROWS, PAIRS } from './common.ts'

/** Says of the text at `from` what pieces begin there: how long each is, and in how many bits it is guessed. */
export type Piece = (text: string, from: number, reach: (length: number, bits: number) => void) => void

/** One of the worst passwords, also inside of a longer text, also with capitals and figures for letters. */
export const commonPiece: Piece = (text, from, reach) => {
  const plain = text.slice(from, from + LONGEST_COMMON)
  const letters = unmasked(plain.toLowerCase())
  for (let length = SHORTEST_COMMON; length <= plain.length; length++) {
    const isMasked = !COMMON.has(plain.slice(0, length))
    if (!isMasked || COMMON.has(plain.slice(0, length).toLowerCase()) || COMMON.has(letters.slice(0, length)))
      reach(length, Math.log2(COMMON.size) + (isMasked ? 1.5 : 0))
  }
}

const SHORTEST_COMMON = 4
const LONGEST_COMMON = 12
const MASKS: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  1: 'i',
  '!': 'i',
  0: 'o',
  $: 's',
  5: 's',
  7: 't'
}

function unmasked(text: string): string {
  return text.replace(/[@431!0$57]/g, (figure) => MASKS[figure] ?? figure)
}

/** A year from 1900 to 2099; the recent ones come first. */
export const yearPiece: Piece = (text, from, reach) => {
  if (/^(?:19|20)\d\d/.test(text.slice(from, from + 4))) reach(4, 6)
}

/** Three characters or more that go on alike: aaa, abc, 987, qwert, and backwards. */
export const runPiece: Piece = (text, from, reach) => {
  for (const goesOn of [isSame, isNext, isBefore, isRight, isLeft]) {
    let length = 1
    while (goesOn(text.charAt(from + length - 1), text.charAt(from + length))) length++
    for (let part = 3; part <= length; part++) reach(part, 5 + Math.log2(part))
  }
}

type Pair = (character: string, next: string) => boolean
const isSame: Pair = (character, next) => character === next && next !== ''
const isNext: Pair = (character, next) => next.charCodeAt(0) - character.charCodeAt(0) === 1
const isBefore: Pair = (character, next) => isNext(next, character)
const isRight: Pair = (character, next) => next !== '' && KEYBOARD_ROWS.includes(`${character}${next}`.toLowerCase())
const isLeft: Pair = (character, next) => isRight(next, character)

/** What was there before, once more: "abcxyabc" is hardly more than "abcxy". */
export const repeatedPiece: Piece = (text, from, reach) => {
  const stoodBefore = (length: number) => text.indexOf(text.slice(from, from + length)) + length <= from
  for (let length = 3; length <= text.length - from && stoodBefore(length); length++) {
    reach(length, 2 + Math.log2(from) / 2 + Math.log2(length))
  }
}

/**
 * Letters that follow each other as in words of English or German. No dictionary is asked: whoever guesses has a better
 * one, and one of some four thousand words is what people take. Longer than a word, it is taken for several.
 */
export const wordPiece: Piece = (text, from, reach) => {
  const written = text.slice(from, from + LONGEST_WORD)
  const letters = unmasked(written)
  let usual = 0
  for (let length = 2; length <= letters.length; length++) {
    const pair = letters.slice(length - 2, length)
    if (!(length === 2 ? WORD_START : WORD_PAIR).test(pair)) return
    if (PAIRS.has(pair.toLowerCase())) usual += 1
    const isMasked = letters.slice(0, length) !== written.slice(0, length)
    if (length >= SHORTEST_WORD && usual >= (length - 1) * USUAL_SHARE)
      reach(length, wordBits(letters) + (isMasked ? MASK_BITS : 0))
  }
}

const SHORTEST_WORD = 4
const LONGEST_WORD = 10
const WORD_START = /^(?:[A-Za-z][a-z]|[A-Z]{2})$/
const WORD_PAIR = /^(?:[a-z]{2}|[A-Z]{2})$/
const USUAL_SHARE = 0.6
const MASK_BITS = 4

function wordBits(letters: string): number {
  return /^[A-Z]/.test(letters) ? 13 : 12
}
