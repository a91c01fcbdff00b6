import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { VaultError } from '../errors.ts'
import { utf8Text } from '../vault/text.ts'

export type WordListId = 'eff-large' | 'eff-short-1' | 'eff-short-2' | 'de'

/** One word for each throw of `dicePerWord` dice, in the order 1…1, 1…2, to 6…6. */
export type WordList = { readonly id: WordListId; readonly words: readonly string[]; readonly dicePerWord: number }

/** SHA-256 of the files in wordlists/: the printed lists, so that a person with dice finds the same words on paper. */
const PINNED: Readonly<Record<WordListId, string>> = {
  'eff-large': 'addd35536511597a02fa0a9ff1e5284677b8883b83e986e43f15a3db996b903e',
  'eff-short-1': '8f5ca830b8bffb6fe39c9736c024a00a6a6411adb3f83a9be8bfeeb6e067ae69',
  'eff-short-2': '22b45c52e0bd0bbf03aa522240b111eb4c7c0c1d86c4e518e1be2a7eb2a625e4',
  de: 'a87dc0728ac950f419da385166d8f89cc3fabc3e32a972e32c519eac74066c95'
}

/** The bytes of `wordlists/<id>.txt`, lines of `DICE<TAB>word<LF>`. WORD_LIST_DAMAGED { list } on any other bytes. */
export function parseWordList(id: WordListId, bytes: Uint8Array): WordList {
  if (bytesToHex(sha256(bytes)) !== PINNED[id]) throw new VaultError('WORD_LIST_DAMAGED', { list: id })
  const lines = utf8Text(bytes).split('\n').slice(0, -1)
  return wordListOf(
    id,
    lines.map((line) => line.slice(line.indexOf('\t') + 1))
  )
}

// Lower-case only, and no digit: then capitals and the digit can be told from the words again.
const WORD = /^[a-z]+(?:-[a-z]+)*$/

/**
 * Words as a list. WORD_LIST_DAMAGED unless dice can choose evenly (a power of six) and no word begins another one.
 *
 * The second rule is what makes the stated bits true for every separator, "none" and "hyphen" included: where no word
 * is the beginning of another, neither is any word with the separator behind it, so a text can be read from the left in
 * one way only, and two different choices of words never give the same text. (Splitting at hyphens would still misread
 * "felt-tip" and "yo-yo".) A list without it, such as BIP39's, would need fewer bits stated.
 */
export function wordListOf(id: WordListId, words: readonly string[]): WordList {
  const dicePerWord = Math.round(Math.log(words.length) / Math.log(6))
  const even = dicePerWord >= 1 && 6 ** dicePerWord === words.length
  if (!even || !words.every((word) => WORD.test(word)) || !isPrefixFree(words)) {
    throw new VaultError('WORD_LIST_DAMAGED', { list: id })
  }
  return { id, words, dicePerWord }
}

/** Sorted, a word that begins others stands right before one of them; a repeated word begins its twin. */
function isPrefixFree(words: readonly string[]): boolean {
  const sorted = words.toSorted()
  return sorted.every((word, index) => index === 0 || !word.startsWith(sorted[index - 1] ?? ''))
}
