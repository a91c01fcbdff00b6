import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as german } from '@zxcvbn-ts/language-de'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import { estimateBits } from '../../core/vault/strength.ts'
import type { Judged } from '../../shared/strength-views.ts'
import { reasonOf } from './reason-of.ts'
import type { Question } from './strength-message.ts'

/** Its time grows faster than the length: for the worst of 64 characters a tenth of a second, for a hundred twice that. */
export const LONGEST_JUDGED = 64

/** With the hundred ways of reading figures as letters that it takes by itself, the worst case takes four times as long. */
const LETTER_READINGS = 20

/** Judges by dictionaries and patterns. Making one takes a third of a second and some 50 MB. */
export function createZxcvbn(): (question: Question) => Judged {
  const zxcvbn = new ZxcvbnFactory({
    graphs: adjacencyGraphs,
    dictionary: { ...common, ...english, ...named(german, 'de') },
    l33tMaxSubstitutions: LETTER_READINGS,
    maxLength: LONGEST_JUDGED
  })
  return ({ password, words }) => {
    const { guessesLog10, sequence } = zxcvbn.check(password, [...words])
    const found = sequence.map(({ pattern, token, dictionaryName }) => ({
      pattern,
      token,
      ...(typeof dictionaryName === 'string' ? { dictionary: dictionaryName } : {})
    }))
    const unknown = found.filter(({ pattern }) => pattern === 'bruteforce')
    const more = unknown.reduce((sum, { token }) => sum + underpriced(token), 0)
    return { bits: guessesLog10 * BITS_PER_DIGIT + more, reason: reasonOf(found) }
  }
}

const BITS_PER_DIGIT = Math.log2(10)

/**
 * zxcvbn takes every character that it knows nothing of for one of ten, so that a random password of twelve, pasted from
 * elsewhere, has 40 bits and would be called weak. What it found no pattern in is worth what the quick estimate says.
 */
const underpriced = (token: string): number => Math.max(0, estimateBits(token) - token.length * BITS_PER_DIGIT)

/** The older generation of the German lists has the names of its dictionaries without the language. */
function named<List>(dictionary: Readonly<Record<string, List>>, language: string): Record<string, List> {
  return Object.fromEntries(Object.entries(dictionary).map(([name, list]) => [`${name}-${language}`, list]))
}
