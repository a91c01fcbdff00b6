/** How many of the words one types back. */
const ASKED = 3

/** Three places, in order, each as likely as any other. `random` gives whole numbers below its argument. */
export function askedPlaces(words: number, random: (below: number) => number = randomBelow): readonly number[] {
  const places = Array.from({ length: words }, (_, place) => place)
  const asked = Array.from({ length: ASKED }, () => places.splice(random(places.length), 1)[0] ?? 0)
  return asked.toSorted((a, b) => a - b)
}

/** Which words are asked guards nothing, so that an unbiased source would be for show. */
const randomBelow = (below: number): number => Math.floor(Math.random() * below)

/** What a person copies from paper: case and white space do not matter. */
export const isPhraseWord = (typed: string, word: string): boolean =>
  typed.normalize('NFKD').trim().toLowerCase() === word

/** Words in what was typed so far; numbers and punctuation between them do not count. */
export const countWords = (text: string): number => (text.normalize('NFKD').match(/\p{L}+/gu) ?? []).length
