/** Printable ASCII is nearly everything, and folds without being taken apart. */
const PLAIN = /^[\u0020-\u007e]*$/

/** Marks over and under letters, the joiners and the variation selectors of emoji: nobody types them to search. */
// oxlint-disable-next-line eslint/no-misleading-character-class -- the class is of marks on purpose
const DROPPED = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/g
/** Control characters part words; the index uses some of them to part its texts. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu

/** Letters that no decomposition makes plain. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ'
}

/** The text as it is searched: without case and accents, ß as ss, full-width forms as plain ones. */
export function foldText(text: string): string {
  return isPlain(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join('')
}

/** Whether folding keeps every place of the text where it is. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

const folded = new Map<string, string>()
// A text of a million different characters must not stay in memory for it.
const MOST_KEPT = 4096

/** One code point folded, by itself: to nothing, to one character or to several. The fold of a text is that of its parts. */
export function foldCharacter(character: string): string {
  const known = folded.get(character)
  if (known !== undefined) return known
  // Upper case first: it turns ß into SS and ſ into S, which lower case alone leaves as they are.
  const plain = character.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD')
  const letters = plain.replace(DROPPED, '').replace(CONTROL, ' ')
  const result = Array.from(letters, (letter) => LETTERS[letter] ?? letter).join('')
  if (folded.size >= MOST_KEPT) folded.clear()
  folded.set(character, result)
  return result
}

/** What a query asks for: its words, each once. An item must have all of them. */
export function queryTerms(query: string): readonly string[] {
  return [
    ...new Set(
      foldText(query)
        .split(/\s+/)
        .filter((term) => term !== '')
    )
  ]
}

const WORD = /[\p{L}\p{N}]/u

/** Whether a word of the folded text begins at this place. */
export function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  if (before < 0x80) return !((before >= 0x61 && before <= 0x7a) || (before >= 0x30 && before <= 0x39))
  return !WORD.test(text.slice(before >= 0xdc00 && before <= 0xdfff ? at - 2 : at - 1, at))
}
