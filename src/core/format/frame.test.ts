import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes, u32 } from '../bytes.ts'
import { seal } from '../crypto/aead.ts'
import { ascii, flip } from '../crypto/test-support/hex.ts'
import {
  encodeFrame,
  FRAME,
  FRAME_HEAD_LENGTH,
  frameTag,
  isFrameAuthentic,
  MAX_BODY,
  openFrame,
  possibleLengths,
  readFrameHead
} from './frame.ts'
import { SCOPE } from './test-support/log.ts'

const TAG = new Uint8Array(16).fill(9)
const body = ascii('{"item":"vault"}\n')
const frame = encodeFrame(SCOPE, FRAME.changes, body, TAG)
const sealed = frame.subarray(FRAME_HEAD_LENGTH)
const headOf = (length: number, kind = 1): Uint8Array =>
  concatBytes(u32(length), u32(~length >>> 0), Uint8Array.of(kind))

describe('a frame', () => {
  test('is length, complement, kind, nonce and sealed text', () => {
    expect(frame).toHaveLength(9 + 24 + 256 + 16)
    expect(frame.subarray(0, 9)).toEqual(headOf(296))
    expect(readFrameHead(frame.subarray(0, 9))).toEqual({ length: 296, kind: 1 })
    expect(frameTag(frame)).toEqual(frame.slice(-16))
  })

  test('is sealed in the context that the format names', () => {
    const nonce = sealed.slice(0, 24)
    const context = concatBytes(ascii('coffer/1/frame'), SCOPE.vaultId, u32(SCOPE.keyEpoch), Uint8Array.of(1), TAG)
    const padded = concatBytes(body, Uint8Array.of(0x80), new Uint8Array(256 - body.length - 1))
    expect(seal(SCOPE.key, padded, context, () => nonce)).toEqual(Uint8Array.from(sealed))
  })

  test('opens to its body under the same key, vault, epoch, kind and predecessor only', () => {
    expect(openFrame(SCOPE, 1, sealed, TAG)).toEqual(body)
    expect(openFrame(SCOPE, 4, sealed, TAG)).toBeNull()
    expect(openFrame(SCOPE, 1, sealed, flip(TAG, 3))).toBeNull()
    expect(openFrame({ ...SCOPE, keyEpoch: 2 }, 1, sealed, TAG)).toBeNull()
    expect(openFrame({ ...SCOPE, vaultId: flip(SCOPE.vaultId, 0) }, 1, sealed, TAG)).toBeNull()
    expect(openFrame({ ...SCOPE, key: flip(SCOPE.key, 0) }, 1, sealed, TAG)).toBeNull()
    for (let bit = 0; bit < sealed.length * 8; bit++) expect(openFrame(SCOPE, 1, flip(sealed, bit), TAG)).toBeNull()
  })

  test('is known to be authentic without being opened', () => {
    expect(isFrameAuthentic(SCOPE, 1, sealed, TAG)).toBe(true)
    for (let bit = 0; bit < sealed.length * 8; bit += 7)
      expect(isFrameAuthentic(SCOPE, 1, flip(sealed, bit), TAG)).toBe(false)
  })

  test('that authenticates but is not padded does not open', () => {
    const context = concatBytes(ascii('coffer/1/frame'), SCOPE.vaultId, u32(1), Uint8Array.of(1), TAG)
    expect(openFrame(SCOPE, 1, seal(SCOPE.key, new Uint8Array(256), context), TAG)).toBeNull()
  })

  test('takes bodies of up to 2^20 − 1 bytes, and shows their size only as Padmé rounds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (length) => {
        const made = encodeFrame(SCOPE, 5, new Uint8Array(length).fill(7), TAG)
        expect(readFrameHead(made)?.length).toBe(made.length - 9)
        expect(openFrame(SCOPE, 5, made.subarray(9), TAG)).toHaveLength(length)
      })
    )
    const largest = encodeFrame(SCOPE, 2, new Uint8Array(MAX_BODY), TAG)
    expect(readFrameHead(largest)).toEqual({ length: 2 ** 20 + 40, kind: 2 })
    expect(openFrame(SCOPE, 2, largest.subarray(9), TAG)).toHaveLength(MAX_BODY)
    expect(() => encodeFrame(SCOPE, 2, new Uint8Array(MAX_BODY + 1), TAG)).toThrow('TOO_LARGE')
  })
})

describe('the head of a frame', () => {
  test('is refused before anything is allocated when its lengths contradict or are no size of ours', () => {
    for (const length of [0, 40, 295, 297, 311, 2 ** 20 + 41, 2 ** 21 + 40, 2 ** 31, 2 ** 31 + 40, 2 ** 32 - 1])
      expect([length, readFrameHead(headOf(length))]).toEqual([length, null])
    for (const length of [296, 312, 2 ** 20 + 40]) expect(readFrameHead(headOf(length))).toEqual({ length, kind: 1 })
    for (let bit = 0; bit < 64; bit++) expect(readFrameHead(flip(headOf(296), bit))).toBeNull()
    expect(readFrameHead(headOf(296).subarray(0, 8))).toBeNull()
  })

  test('with one flipped bit in a length still tells the length that was meant', () => {
    for (let bit = 0; bit < 64; bit++) expect(possibleLengths(flip(headOf(296), bit))).toContain(296)
  })
})
