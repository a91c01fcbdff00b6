import { foldText } from './text-fold.ts'

const ASCII = /^[\u0000-\u007f]*$/
/** JSON writes these, and only these of what a term can hold, in another way. */
const ESCAPED = /["\\]/

/**
 * Of the words that were asked for, those that the text does not have, which is plain or JSON: where one is left when all
 * that is said of some items was looked through, none of these items matches. One whole text costs far less than its parts.
 */
export function missingTerms(terms: readonly string[], text: string): readonly string[] {
  const folded = ASCII.test(text) ? text.toLowerCase() : foldText(text)
  return terms.filter((term) => !ESCAPED.test(term) && !folded.includes(term))
}
