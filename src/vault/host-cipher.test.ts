import { createCipheriv } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { NONCE_LENGTH, open, recomputeTag, seal, TAG_LENGTH } from '../core/crypto/aead.ts'
import { type HostCipher, installHostCipher, offerHostCipher } from '../core/crypto/aead-host.ts'
import { opensslCipher } from './host-cipher.ts'

const anyBytes = (maxLength: number) => fc.uint8Array({ maxLength })
const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyNonce = fc.uint8Array({ minLength: NONCE_LENGTH, maxLength: NONCE_LENGTH })

function openssl(): HostCipher {
  const cipher = opensslCipher()
  if (cipher === null) throw new Error('this Node has no ChaCha20-Poly1305')
  return cipher
}

function withCipher<Value>(cipher: HostCipher | null, use: () => Value): Value {
  expect(installHostCipher(cipher)).toBe(cipher !== null)
  return use()
}

afterEach(() => void installHostCipher(null))

describe("the host's cipher", () => {
  test('seals to the same bytes as ours, and each opens what the other sealed', () => {
    fc.assert(
      fc.property(anyKey, anyNonce, anyBytes(5000), anyBytes(90), (key, nonce, text, context) => {
        const ours = withCipher(null, () => seal(key, text, context, () => nonce))
        const theirs = withCipher(openssl(), () => seal(key, text, context, () => nonce))
        expect(theirs).toEqual(ours)
        expect(withCipher(openssl(), () => open(key, ours, context))).toEqual(text)
        expect(withCipher(null, () => open(key, theirs, context))).toEqual(text)
        expect(recomputeTag(key, theirs, context)).toEqual(theirs.slice(-TAG_LENGTH))
      })
    )
  })

  test('refuses a flipped bit anywhere, another context and every cut', () => {
    const [key, text, context] = [new Uint8Array(32).fill(7), new Uint8Array(100).fill(9), Uint8Array.of(1, 2, 3)]
    const sealed = seal(key, text, context)
    withCipher(openssl(), () => {
      for (let bit = 0; bit < sealed.length * 8; bit++) {
        const flipped = Uint8Array.from(sealed, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
        expect(open(key, flipped, context)).toBeNull()
      }
      for (let length = 0; length < sealed.length; length++)
        expect(open(key, sealed.slice(0, length), context)).toBeNull()
      expect(open(key, sealed, Uint8Array.of(1, 2))).toBeNull()
      expect(open(key, sealed, context)).toEqual(text)
    })
  })

  test('opens views of larger memory, also of a Buffer, whose slices are no copies', () => {
    const around = Buffer.alloc(400, 0x5a)
    const key = around.subarray(1, 33)
    withCipher(openssl(), () => {
      const sealed = Buffer.concat([Buffer.alloc(3), seal(key, around.subarray(40, 99), around.subarray(5, 12))])
      const opened = open(key, sealed.subarray(3), around.subarray(5, 12))
      expect(opened).toEqual(new Uint8Array(59).fill(0x5a))
      expect(Buffer.isBuffer(opened)).toBe(false)
    })
  })

  test('is not taken when it seals or opens in another way', () => {
    const { seal: put, open: get } = openssl()
    const others: readonly HostCipher[] = [
      { seal: put, open: () => null },
      { seal: put, open: (_key, _nonce, sealed) => sealed.slice(0, -16) },
      { seal: (key, nonce, text) => put(key, nonce, text, new Uint8Array()), open: get },
      { seal: (key, nonce, text, context) => put(key, nonce.slice().fill(0), text, context), open: get },
      {
        seal: (key, nonce, text) =>
          createCipheriv('chacha20', key, Buffer.concat([Buffer.alloc(4), nonce])).update(text),
        open: get
      },
      {
        seal: put,
        open: () => {
          throw new Error('not here')
        }
      },
      { seal: put, open: (key, nonce, sealed, context) => get(key, nonce, sealed, context) ?? new Uint8Array() }
    ]
    for (const other of others) expect(installHostCipher(other)).toBe(false)
    expect(installHostCipher(openssl())).toBe(true)
  })

  test('is the one that is used where the host has it, and ours where it has none', async () => {
    vi.resetModules()
    const [fresh, core] = [await import('./host-cipher.ts'), await import('../core/crypto/aead-host.ts')]
    fresh.useFastestCipher()
    expect(core.hostCipher()).not.toBeNull()
    core.installHostCipher(null)
    fresh.useFastestCipher()
    expect(core.hostCipher()).toBeNull()
    vi.doMock('node:crypto', () => ({ getCiphers: () => ['aes-256-gcm'] }))
    vi.resetModules()
    const [without, bare] = [await import('./host-cipher.ts'), await import('../core/crypto/aead-host.ts')]
    vi.doUnmock('node:crypto')
    expect(without.opensslCipher()).toBeNull()
    without.useFastestCipher()
    expect(bare.hostCipher()).toBeNull()
  })

  test('is judged when something is first sealed, once, and is not waited for before', () => {
    const { seal: put, open: get } = openssl()
    const [find, sealing] = [vi.fn(), vi.fn(put)]
    find.mockReturnValue({ seal: sealing, open: get })
    offerHostCipher(find)
    expect(find).not.toHaveBeenCalled()
    const sealed = seal(new Uint8Array(32), Uint8Array.of(1), new Uint8Array())
    expect(open(new Uint8Array(32), sealed, new Uint8Array())).toEqual(Uint8Array.of(1))
    expect(find).toHaveBeenCalledTimes(1)
    expect(sealing).toHaveBeenCalled()
  })
})
