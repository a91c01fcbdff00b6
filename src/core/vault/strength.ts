import { commonPiece, repeatedPiece, runPiece, wordPiece, yearPiece } from './strength/pieces.ts'

/** What more characters would add is beyond any guessing, and a value may be a megabyte long. */
const LONGEST = 128

/**
 * An estimate, in bits, of what it takes to guess a value that a person typed; for generated ones the exact number is
 * known and kept instead. It is the cheapest way to put the text together from what guessers try first: the worst
 * passwords, words, years, runs of the alphabet or the keyboard, repetitions; and single characters for the rest.
 * It errs to the low side, knows no person's name or pet, and takes well under a millisecond.
 */
export function estimateBits(value: string): number {
  const text = value.slice(0, LONGEST)
  const single = characterBits(text)
  const least = [0]
  for (let from = 0; from < text.length; from++) {
    const soFar = least[from] ?? 0
    const reach = (length: number, bits: number): void => {
      least[from + length] = Math.min(least[from + length] ?? Number.POSITIVE_INFINITY, soFar + bits)
    }
    reach(1, single(text.charAt(from)))
    for (const piece of PIECES) piece(text, from, reach)
  }
  return least[text.length] ?? 0
}

const PIECES = [commonPiece, yearPiece, runPiece, repeatedPiece, wordPiece]

/** How many characters of a kind people choose from, not how many there are. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[!-/:-@[-`{-~]/, 16],
  [/ /, 2],
  [/[^ -~]/, 64]
]

/** Guessing a character means guessing its kind, where there are several, and then which one. */
function characterBits(text: string): (character: string) => number {
  const kinds = KINDS.filter(([pattern]) => pattern.test(text))
  const choice = Math.log2(Math.max(1, kinds.length)) / 2
  return (character) => Math.log2(kinds.find(([pattern]) => pattern.test(character))?.[1] ?? 2) + choice
}
