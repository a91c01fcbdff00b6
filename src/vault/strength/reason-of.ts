import type { WeakReason } from '../../shared/strength-views.ts'

/** A piece of a password and what it was recognised as; the pieces in their order are the password. */
export type Found = { readonly pattern: string; readonly token: string; readonly dictionary?: string }

/** The one thing to say of a weak password: what most of it is. */
export function reasonOf(pieces: readonly Found[]): WeakReason {
  const known = pieces.filter(({ pattern }) => pattern !== 'bruteforce' && pattern !== 'separator')
  if (known.some(isBeside)) return 'known'
  if (lengthOf(known) * 2 < lengthOf(pieces)) return 'short'
  const [longest] = known.toSorted((a, b) => b.token.length - a.token.length)
  return longest === undefined ? 'short' : (PATTERNS[longest.pattern] ?? aboutWords(longest, pieces))
}

const isBeside = ({ dictionary }: Found): boolean => dictionary === 'userInputs'

const lengthOf = (pieces: readonly Found[]): number => pieces.reduce((sum, { token }) => sum + token.length, 0)

const PATTERNS: Readonly<Record<string, WeakReason>> = {
  spatial: 'keys',
  repeat: 'repeat',
  sequence: 'sequence',
  wordSequence: 'sequence',
  date: 'date',
  regex: 'date'
}

function aboutWords(longest: Found, pieces: readonly Found[]): WeakReason {
  if (pieces.filter(isWord).length > 1) return 'words'
  if (pieces.some(({ pattern, token }) => pattern !== 'dictionary' && YEAR.test(token))) return 'wordYear'
  return longest.dictionary?.startsWith('passwords') === true ? 'common' : 'word'
}

/** A letter or two are in some list of names too. */
const isWord = ({ pattern, token }: Found): boolean => pattern === 'dictionary' && token.length > 2

const YEAR = /^(?:19|20)\d\d/
