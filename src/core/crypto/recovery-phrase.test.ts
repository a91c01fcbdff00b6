import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VaultError } from '../errors.ts'
import { newRecoveryPhrase, PHRASE_WORDS, phraseWords, readRecoveryPhrase } from './recovery-phrase.ts'
import { SecretBytes } from './secret-bytes.ts'
import { fromHex } from './test-support/hex.ts'

const filled = (byte: number): SecretBytes => SecretBytes.own(new Uint8Array(32).fill(byte))

/** BIP39, test vectors (trezor/python-mnemonic): 256 bits. */
const PUBLISHED = [
  ['00'.repeat(32), `${'abandon '.repeat(23)}art`],
  [
    '7f'.repeat(32),
    'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title'
  ],
  [
    '80'.repeat(32),
    'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless'
  ],
  ['ff'.repeat(32), `${'zoo '.repeat(23)}vote`]
] as const

function refusal(text: string) {
  try {
    readRecoveryPhrase(text)
    return 'accepted'
  } catch (error) {
    return error instanceof VaultError ? { code: error.code, ...error.detail } : error
  }
}

describe('a recovery phrase', () => {
  test('codes 256 bits as BIP39 does', () => {
    for (const [entropy, words] of PUBLISHED) {
      expect(phraseWords(SecretBytes.own(fromHex(entropy))).join(' ')).toBe(words)
      expect(readRecoveryPhrase(words).bytes).toEqual(fromHex(entropy))
    }
  })

  test('is read back from its words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (entropy) => {
        expect(readRecoveryPhrase(phraseWords(SecretBytes.own(entropy)).join(' ')).bytes).toEqual(entropy)
      })
    )
  })

  test('is new every time, and of 24 words', () => {
    using first = newRecoveryPhrase()
    using second = newRecoveryPhrase()
    expect(phraseWords(first)).toHaveLength(PHRASE_WORDS)
    expect(first.bytes).not.toEqual(second.bytes)
  })

  test('may be typed in capitals, numbered, over several lines and with commas', () => {
    const words = phraseWords(filled(0x7f))
    const typed = words
      .map((word, index) => `${index + 1}. ${index % 2 === 0 ? word.toUpperCase() : word},`)
      .join('\n\t ')
    expect(readRecoveryPhrase(`  ${typed}  `).bytes).toEqual(filled(0x7f).bytes)
  })

  test('with a word that is not in the list is refused and names its place, never the word', () => {
    const words = [...phraseWords(filled(1))]
    words[4] = 'cofer'
    expect(refusal(words.join(' '))).toEqual({ code: 'BAD_RECOVERY_PHRASE', word: 5 })
  })

  test('with too few words, too many, or two exchanged is refused', () => {
    const words = [...phraseWords(filled(0x12))]
    expect(refusal(words.slice(1).join(' '))).toEqual({ code: 'BAD_RECOVERY_PHRASE' })
    expect(refusal([...words, 'zoo'].join(' '))).toEqual({ code: 'BAD_RECOVERY_PHRASE' })
    expect(refusal('')).toEqual({ code: 'BAD_RECOVERY_PHRASE' })
    expect(refusal(`${'abandon '.repeat(22)}art abandon`)).toEqual({ code: 'BAD_RECOVERY_PHRASE' })
    expect(refusal('abandon '.repeat(12))).toEqual({ code: 'BAD_RECOVERY_PHRASE' })
  })
})

test('a phrase of 12 words is none of ours, although BIP39 has such', () => {
  // BIP39's own vector for 128 bits of zeros: its checksum is right.
  expect(() => readRecoveryPhrase(`${'abandon '.repeat(11)}about`)).toThrow('BAD_RECOVERY_PHRASE')
})
