/** A master password has at least so many characters; generated words always have more. */
export const LEAST_CHARACTERS = 15

/** Two ways to write the same character are the same password: the key is made from this form. */
const normal = (text: string): string => text.normalize('NFKC')

/** Characters that are still missing, counted as a reader counts, not in UTF-16. */
export const missingCharacters = (password: string): number =>
  Math.max(0, LEAST_CHARACTERS - [...normal(password)].length)

export const isSamePassword = (one: string, other: string): boolean => normal(one) === normal(other)
