import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NONCE_LENGTH, open, recomputeTag, seal, TAG_LENGTH } from './aead.ts'
import { ascii, flip, fromHex } from './test-support/hex.ts'

/** draft-irtf-cfrg-xchacha-03, appendix A.3.1. */
const DRAFT = {
  key: fromHex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f'),
  nonce: fromHex('404142434445464748494a4b4c4d4e4f5051525354555657'),
  context: fromHex('50515253c0c1c2c3c4c5c6c7'),
  plaintext: ascii(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
  ),
  sealed: fromHex(`404142434445464748494a4b4c4d4e4f5051525354555657
    bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
    2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e
    c0875924c1c7987947deafd8780acf49`)
}

const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyBytes = fc.uint8Array({ maxLength: 200 })

describe('sealing', () => {
  test('is XChaCha20-Poly1305 of the draft', () => {
    expect(seal(DRAFT.key, DRAFT.plaintext, DRAFT.context, () => DRAFT.nonce)).toEqual(DRAFT.sealed)
    expect(open(DRAFT.key, DRAFT.sealed, DRAFT.context)).toEqual(DRAFT.plaintext)
    expect(recomputeTag(DRAFT.key, DRAFT.sealed, DRAFT.context)).toEqual(DRAFT.sealed.slice(-TAG_LENGTH))
  })

  test('opens to what was sealed, for the same key and context', () => {
    fc.assert(
      fc.property(anyKey, anyBytes, anyBytes, (key, text, context) => {
        expect(open(key, seal(key, text, context), context)).toEqual(text)
      })
    )
  })

  test('takes a new nonce every time', () => {
    const [first, second] = [
      seal(DRAFT.key, DRAFT.plaintext, DRAFT.context),
      seal(DRAFT.key, DRAFT.plaintext, DRAFT.context)
    ]
    expect(first.slice(0, NONCE_LENGTH)).not.toEqual(second.slice(0, NONCE_LENGTH))
  })

  test('refuses every flipped bit, another key, another context and every cut', () => {
    for (let bit = 0; bit < DRAFT.sealed.length * 8; bit++)
      expect(open(DRAFT.key, flip(DRAFT.sealed, bit), DRAFT.context)).toBeNull()
    for (let bit = 0; bit < 256; bit++) expect(open(flip(DRAFT.key, bit), DRAFT.sealed, DRAFT.context)).toBeNull()
    for (let bit = 0; bit < 96; bit++) expect(open(DRAFT.key, DRAFT.sealed, flip(DRAFT.context, bit))).toBeNull()
    for (let length = 0; length < DRAFT.sealed.length; length++)
      expect(open(DRAFT.key, DRAFT.sealed.slice(0, length), DRAFT.context)).toBeNull()
  })
})

describe('a tag computed anew', () => {
  test('is the tag that sealing gave, whatever became of it', () => {
    fc.assert(
      fc.property(
        anyKey,
        anyBytes,
        anyBytes,
        fc.integer({ min: 0, max: TAG_LENGTH * 8 - 1 }),
        (key, text, context, bit) => {
          const sealed = seal(key, text, context)
          const damaged = flip(sealed, (sealed.length - TAG_LENGTH) * 8 + bit)
          expect(recomputeTag(key, damaged, context)).toEqual(sealed.slice(-TAG_LENGTH))
        }
      )
    )
  })
})
