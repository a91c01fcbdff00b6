import { VaultError } from '../errors.ts'
import { type RandomBytes, randomBelow } from '../random.ts'

/**
 * How many strings of this length hold a character of every class, the classes disjoint: by inclusion and exclusion,
 * all strings, less those that miss one class, plus those that miss two, and so on.
 */
export function countCovering(classSizes: readonly number[], length: number): bigint {
  const all = classSizes.reduce((sum, size) => sum + size, 0)
  let count = 0n
  for (let missing = 0; missing < 2 ** classSizes.length; missing++) {
    const missed = classSizes.filter((_, index) => (missing & (1 << index)) !== 0)
    const strings = BigInt(all - missed.reduce((sum, size) => sum + size, 0)) ** BigInt(length)
    count += missed.length % 2 === 0 ? strings : -strings
  }
  return count
}

/**
 * One of exactly those strings, each as likely as the others. A whole string that misses a class is thrown away:
 * putting the missing character somewhere instead would make some strings likelier. BAD_REQUEST when there is none.
 */
export function drawCovering(classes: readonly string[], length: number, random: RandomBytes): string {
  if (classes.length === 0 || length < classes.length) throw new VaultError('BAD_REQUEST')
  const alphabet = classes.join('')
  for (;;) {
    let text = ''
    for (let drawn = 0; drawn < length; drawn++) text += alphabet.charAt(randomBelow(alphabet.length, random))
    if (classes.every((members) => holdsOneOf(text, members))) return text
  }
}

function holdsOneOf(text: string, members: string): boolean {
  for (const one of text) if (members.includes(one)) return true
  return false
}
