import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { open, seal } from './aead.ts'
import { type HostCipher, hostCipher, installHostCipher, offerHostCipher } from './aead-host.ts'

/** A host's cipher, as RFC 8439 has it. */
const HOST: HostCipher = {
  seal: (key, nonce, plaintext, context) => chacha20poly1305(key, nonce, context).encrypt(plaintext),
  open(key, nonce, sealed, context) {
    try {
      return chacha20poly1305(key, nonce, context).decrypt(sealed)
    } catch {
      return null
    }
  }
}
const KEY = Uint8Array.from({ length: 32 }, (_, at) => at)
const TEXT = Uint8Array.from({ length: 300 }, (_, at) => at & 0xff)
const CONTEXT = Uint8Array.of(1, 2, 3)

afterEach(() => void installHostCipher(null))

describe("the host's cipher", () => {
  test('is taken when it gives the same bytes, and gives them from then on', () => {
    const nonce = () => Uint8Array.from({ length: 24 }, (_, at) => 200 - at)
    const ours = seal(KEY, TEXT, CONTEXT, nonce)
    const asked = vi.fn(HOST.open)
    expect(installHostCipher({ ...HOST, open: asked })).toBe(true)
    asked.mockClear()
    expect(seal(KEY, TEXT, CONTEXT, nonce)).toEqual(ours)
    expect(open(KEY, ours, CONTEXT)).toEqual(TEXT)
    expect(open(KEY, ours, Uint8Array.of(1, 2, 4))).toBeNull()
    expect(asked).toHaveBeenCalledTimes(2)
    expect(installHostCipher(null)).toBe(false)
    expect(open(KEY, ours, CONTEXT)).toEqual(TEXT)
    expect(asked).toHaveBeenCalledTimes(2)
  })

  const flipped = (bytes: Uint8Array): Uint8Array =>
    bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))
  test.each<[string, Partial<HostCipher>]>([
    ['opens to nothing', { open: () => null }],
    ['opens to something else', { open: (...given) => flipped(HOST.open(...given) ?? new Uint8Array(1)) }],
    [
      'opens what was sealed in another context',
      { open: (key, nonce, sealed) => HOST.open(key, nonce, sealed, sealed) }
    ],
    ['refuses nothing', { open: (_key, _nonce, sealed) => sealed.subarray(0, -16) }],
    ['seals in another way', { seal: (...given) => flipped(HOST.seal(...given)) }],
    [
      'fails',
      {
        seal: () => {
          throw new Error('no such cipher')
        }
      }
    ]
  ])('is not taken when it %s', (_what, change) => {
    expect(installHostCipher({ ...HOST, ...change })).toBe(false)
    expect(hostCipher()).toBeNull()
  })

  test('that opens anything at all is not taken, however right it is otherwise', () => {
    const careless: HostCipher = {
      ...HOST,
      open: (key, nonce, sealed, context) => HOST.open(key, nonce, sealed, context) ?? sealed.subarray(0, -16)
    }
    expect(installHostCipher(careless)).toBe(false)
  })

  test('that is offered is judged when it is first needed, and once', () => {
    const find = vi.fn(() => HOST)
    offerHostCipher(find)
    expect(find).not.toHaveBeenCalled()
    const sealed = seal(KEY, TEXT, CONTEXT)
    expect(open(KEY, sealed, CONTEXT)).toEqual(TEXT)
    expect(find).toHaveBeenCalledTimes(1)
    expect(hostCipher()).not.toBeNull()
    offerHostCipher(() => null)
    expect(hostCipher()).toBeNull()
  })
})
