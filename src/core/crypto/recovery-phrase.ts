import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { VaultError } from '../errors.ts'
import { randomBytes } from '../random.ts'
import { SecretBytes } from './secret-bytes.ts'

/** 24 words of BIP39's English list are an encoding of 256 bits and a checksum; BIP39's own key derivation is not used. */
export const PHRASE_WORDS = 24
const ENTROPY_LENGTH = 32

const KNOWN: ReadonlySet<string> = new Set(wordlist)

/** The caller disposes `entropy`. */
export function newRecoveryPhrase(): SecretBytes {
  return SecretBytes.own(randomBytes(ENTROPY_LENGTH))
}

export function phraseWords(entropy: SecretBytes): readonly string[] {
  return entropyToMnemonic(entropy.bytes, wordlist).split(' ')
}

/**
 * What a person types: case, white space, numbers and punctuation between the words do not matter. BAD_RECOVERY_PHRASE,
 * with `word` counting from 1 where a word is not one of the list's; the error never holds the word.
 */
export function readRecoveryPhrase(text: string): SecretBytes {
  const words =
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  const unknown = words.findIndex((word) => !KNOWN.has(word))
  if (unknown !== -1) throw new VaultError('BAD_RECOVERY_PHRASE', { word: unknown + 1 })
  if (words.length !== PHRASE_WORDS) throw new VaultError('BAD_RECOVERY_PHRASE')
  try {
    return SecretBytes.own(mnemonicToEntropy(words.join(' '), wordlist))
  } catch {
    // The checksum: a word is one of the list's, but not the one that was written down.
    throw new VaultError('BAD_RECOVERY_PHRASE')
  }
}
