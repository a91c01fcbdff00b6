import { isWordStart } from './text-fold.ts'

/**
 * Which of the letters a to z the parts of an item have, a bit each. Every search begins with one letter, which most
 * items have somewhere: asking 32-bit numbers is an order of magnitude cheaper than finding a hundred thousand places.
 */
export type LetterMasks = {
  readonly title: Uint32Array
  /** Letters that begin a word of the title. */
  readonly starts: Uint32Array
  /** The letter that begins the title. */
  readonly first: Uint32Array
  readonly subtitle: Uint32Array
  readonly rest: Uint32Array
  readonly set: (row: number, title: string, subtitle: string, rest: string) => void
}

export function createLetterMasks(rows: number): LetterMasks {
  const masks = {
    title: new Uint32Array(rows),
    starts: new Uint32Array(rows),
    first: new Uint32Array(rows),
    subtitle: new Uint32Array(rows),
    rest: new Uint32Array(rows)
  }
  return {
    ...masks,
    set(row, title, subtitle, rest) {
      masks.title[row] = lettersOf(title)
      masks.starts[row] = startsOf(title)
      masks.first[row] = bitAt(title, 0)
      masks.subtitle[row] = lettersOf(subtitle)
      masks.rest[row] = lettersOf(rest)
    }
  }
}

/** The bit of a term that is one letter of a to z; 0 for any other term. */
export function letterBit(term: string): number {
  const letter = term.charCodeAt(0) - 0x61
  return term.length === 1 && letter >= 0 && letter < 26 ? 1 << letter : 0
}

function lettersOf(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at++) mask |= bitAt(text, at)
  return mask
}

function startsOf(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at++) if (isWordStart(text, at)) mask |= bitAt(text, at)
  return mask
}

function bitAt(text: string, at: number): number {
  const letter = text.charCodeAt(at) - 0x61
  return letter >= 0 && letter < 26 ? 1 << letter : 0
}
