/** Faces 1 to 6, one row a word. */
export type Rolls = readonly (readonly number[])[]

const BITS_PER_DIE = Math.log2(6)

/** As many rows as words are wanted: those that there are stay, the rest come from fresh ones. */
export const resizeRolls = (kept: Rolls, fresh: Rolls, words: number): Rolls => [
  ...kept.slice(0, words),
  ...fresh.slice(kept.length, words)
]

export const replaceRow = (rolls: Rolls, word: number, faces: readonly number[]): Rolls =>
  rolls.map((row, place) => (place === word ? faces : row))

/** What one word is worth: every face of every die is equally likely. */
export const bitsPerWord = (dicePerWord: number): number => dicePerWord * BITS_PER_DIE

/** The input's form: the library of schemas makes lists that can be written to. */
export const rollsInput = (rolls: Rolls): number[][] => rolls.map((row) => [...row])
