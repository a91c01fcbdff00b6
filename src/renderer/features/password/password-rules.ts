/** A master password has at least so many characters; generated words always have more. */
export const LEAST_CHARACTERS = 15

/** Characters that are still missing, in code points and not in UTF-16, as the vault counts them. */
export const missingCharacters = (password: string): number => Math.max(0, LEAST_CHARACTERS - [...password].length)

/** Two ways to write the same character are the same password: the key is made from this form. */
const normal = (text: string): string => text.normalize('NFKC')

export const isSamePassword = (one: string, other: string): boolean => normal(one) === normal(other)
