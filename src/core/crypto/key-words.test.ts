import { createHash } from 'node:crypto'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { expect, test } from 'vitest'
import { keyWords } from './key-words.ts'

test('a key has eight words, which are the first 88 bits of its hash', () => {
  const key = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
  const hash = createHash('sha256').update(`coffer/1/key-words\0${key}`).digest()
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const expected = Array.from(
    { length: 8 },
    (_, index) => wordlist[Number.parseInt(bits.slice(index * 11, index * 11 + 11), 2)]
  )
  expect(keyWords(key)).toEqual(expected)
  expect(keyWords(`${key.slice(0, -1)}q`)).not.toEqual(expected)
})
