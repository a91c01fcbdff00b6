/**
 * An estimate, in bits, of what it takes to guess a value that a person typed; never for generated ones, whose strength
 * is exact. Cheap and careful: what repeats, runs on or is among the worst passwords counts for little.
 */
export function estimateBits(text: string): number {
  const characters = [...text]
  if (characters.length === 0) return 0
  if (WORST.has(text.toLowerCase())) return 4
  const perCharacter = Math.min(Math.log2(alphabetSize(text)), MOST_PER_CHARACTER)
  return countSurprises(characters) * perCharacter
}

/** People do not choose evenly among the letters that they could have typed. */
const MOST_PER_CHARACTER = 4.5
const PREDICTED = 0.25

const WORST: ReadonlySet<string> = new Set(
  '123456 123456789 12345678 1234567890 password password1 qwerty qwertz abc123 111111 iloveyou admin letmein welcome monkey dragon football secret master passwort hallo schatz'.split(
    ' '
  )
)
const ROWS = ['qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm']

function alphabetSize(text: string): number {
  const classes: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[ -/:-@[-`{-~]/, 33],
    [/[^ -~]/, 100]
  ]
  return classes.reduce((size, [pattern, count]) => size + (pattern.test(text) ? count : 0), 0)
}

/** Characters that the one before does not give away; the others count for a quarter. */
function countSurprises(characters: readonly string[]): number {
  const seen = new Set<string>()
  let count = 0
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1]
    const pair = `${before}${character}`.toLowerCase()
    count += before !== undefined && (follows(before, character) || seen.has(pair)) ? PREDICTED : 1
    seen.add(pair)
  }
  return count
}

function follows(before: string, character: string): boolean {
  const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)
  if (Math.abs(step) <= 1) return true
  return ROWS.some(
    (row) => row.includes(`${before}${character}`.toLowerCase()) || row.includes(`${character}${before}`.toLowerCase())
  )
}
