import { describe, expect, test } from 'vitest'
import { decodeChunk, encodeChunk, MAX_CHUNK } from './chunk-body.ts'

const attachment = '00112233445566778899aabbccddeeff'

describe('a piece of an attachment', () => {
  test('is its id, its number, whether it is the last, and its bytes', () => {
    const body = encodeChunk({ attachment, chunk: 0x01020304, last: true, bytes: Uint8Array.of(9, 8) })
    expect(Buffer.from(body).toString('hex')).toBe(`${attachment}04030201010908`)
    expect(decodeChunk(body)).toEqual({ attachment, chunk: 0x01020304, last: true, bytes: Uint8Array.of(9, 8) })
    expect(decodeChunk(encodeChunk({ attachment, chunk: 0, last: false, bytes: new Uint8Array() })).last).toBe(false)
  })

  test('that no reader would take is not written', () => {
    const chunk = { chunk: 0, last: true, bytes: new Uint8Array() }
    for (const wrong of [
      '',
      attachment.slice(1),
      `${attachment}0`,
      attachment.toUpperCase(),
      `x${attachment.slice(1)}`
    ])
      expect(() => encodeChunk({ ...chunk, attachment: wrong })).toThrow('BAD_REQUEST')
    expect(encodeChunk({ ...chunk, attachment, bytes: new Uint8Array(MAX_CHUNK) }).length).toBe(2 ** 20 - 1)
    expect(() => encodeChunk({ ...chunk, attachment, bytes: new Uint8Array(MAX_CHUNK + 1) })).toThrow('TOO_LARGE')
  })

  test('that is cut or flagged otherwise is damage', () => {
    const body = encodeChunk({ attachment, chunk: 0, last: true, bytes: new Uint8Array() })
    for (let length = 0; length < body.length; length++)
      expect(() => decodeChunk(body.slice(0, length))).toThrow('VAULT_DAMAGED')
    for (const flag of [2, 0x80, 0xff]) {
      body[20] = flag
      expect(() => decodeChunk(body)).toThrow('VAULT_DAMAGED')
    }
  })
})
