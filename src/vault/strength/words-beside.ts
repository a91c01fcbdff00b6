/** As many as are of use; each makes every later look-up slower. */
const MOST_WORDS = 60
const LONGEST_WORD = 64
const SHORTEST_WORD = 3

/**
 * What a guesser makes of a title, a user name or an address: all of it, its parts, and its parts in one word.
 * `Anna.Muster@example.org` is also `anna`, `muster`, `example` and `annamusterexampleorg`.
 */
export function wordsOf(texts: readonly string[]): readonly string[] {
  const words = new Set<string>()
  for (const text of texts) {
    const parts = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    for (const word of [text.trim().toLowerCase(), ...parts, parts.join('')]) {
      if (word.length >= SHORTEST_WORD && word.length <= LONGEST_WORD) words.add(word)
    }
  }
  return [...words].slice(0, MOST_WORDS)
}
