import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { installHostBase64 } from '../core/base64-host.ts'
import { VaultError } from '../core/errors.ts'
import { decodeIds } from '../core/vault/item-id.ts'
import { bufferBase64, installFastBase64 } from './host-base64.ts'

/** What ours makes of a text, or the code of its refusal, and what the host's does. */
function both(text: string): readonly [ours: unknown, theirs: unknown] {
  const read = (): unknown => {
    try {
      return [...decodeIds(text)]
    } catch (error) {
      return error instanceof VaultError ? error.code : error
    }
  }
  installHostBase64(null)
  const ours = read()
  installFastBase64()
  return [ours, read()]
}

afterEach(() => installHostBase64(null))

describe("the host's base64", () => {
  test('reads ids as ours does, into memory of their own', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 160 }), (bytes) => {
        const [ours, theirs] = both(Buffer.from(bytes).toString('base64'))
        expect(theirs).toEqual(ours)
      })
    )
    const ids = bufferBase64(Buffer.alloc(16, 7).toString('base64'))
    expect(ids?.buffer.byteLength).toBe(16)
  })

  test('refuses what ours refuses: another alphabet, white space, loose bits, padding that is missing or inside', () => {
    const text = Buffer.alloc(16, 0xff).toString('base64')
    const others = [
      text.slice(0, -2),
      text.replace(/\//g, '_'),
      `${text.slice(0, -3)}x==`,
      ` ${text}`,
      `${text}\n`,
      `${text}====`,
      `${text.slice(0, 4)}=${text.slice(5)}`,
      text.replace('w==', 'wÿ='),
      '',
      '====',
      `\u0100${text.slice(1)}`
    ]
    for (const other of others) expect(both(other), other).toEqual(['VAULT_DAMAGED', 'VAULT_DAMAGED'])
    fc.assert(
      fc.property(fc.nat(23), fc.string({ minLength: 1, maxLength: 2, unit: 'binary' }), (at, put) => {
        const [ours, theirs] = both(text.slice(0, at) + put + text.slice(at + put.length))
        expect(theirs).toEqual(ours)
      })
    )
  })
})
