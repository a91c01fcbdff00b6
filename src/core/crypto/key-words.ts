import { sha256 } from '@noble/hashes/sha2.js'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { byteAt, concatBytes } from '../bytes.ts'
import { utf8Bytes } from '../vault/text.ts'

const WORDS = 8
const BITS = 11

/**
 * A fingerprint that two people can read to each other: the first 88 bits of a hash of the key's text, as eight words of
 * BIP39's English list. Nobody makes a second key with the same words in any time that matters.
 */
export function keyWords(key: string): readonly string[] {
  const hash = sha256(concatBytes(utf8Bytes('coffer/1/key-words'), Uint8Array.of(0), utf8Bytes(key)))
  const numbers = Array.from({ length: WORDS }, (_, index) => bitsAt(hash, index * BITS))
  return numbers.flatMap((number) => wordlist.slice(number, number + 1))
}

function bitsAt(bytes: Uint8Array, from: number): number {
  let value = 0
  for (let bit = from; bit < from + BITS; bit++)
    value = (value << 1) | ((byteAt(bytes, bit >> 3) >> (7 - (bit & 7))) & 1)
  return value
}
