import { expect, test } from 'vitest'
import { x25519 } from '@noble/curves/ed25519.js'
import { utf8Bytes } from '../vault/text.ts'
import { hpkeKeyPair, hpkeOpen, hpkeSeal } from './hpke.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

/** RFC 9180, appendix A.1.1 and the first message of A.1.1.1. */
const A1 = {
  context: { info: hex('4f6465206f6e2061204772656369616e2055726e'), aad: hex('436f756e742d30') },
  sender: hex('52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736'),
  enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  privateKey: hex('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'),
  publicKey: hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
  text: hex('4265617574792069732074727574682c20747275746820626561757479'),
  box: hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a')
}

test('the message of RFC 9180, appendix A.1.1, is sealed and opened to the byte', () => {
  expect(x25519.getPublicKey(A1.privateKey)).toEqual(A1.publicKey)
  const sealed = hpkeSeal(A1.publicKey, A1.text, A1.context, () => Uint8Array.from(A1.sender))
  expect(sealed).toEqual({ key: A1.enc, box: A1.box })
  expect(hpkeOpen(A1, { key: A1.enc, box: A1.box }, A1.context)).toEqual(A1.text)
})

test('nothing is opened with another key, another purpose, or a bit that was flipped', () => {
  const [pair, other] = [hpkeKeyPair(), hpkeKeyPair()]
  const context = { info: utf8Bytes('purpose'), aad: utf8Bytes('beside') }
  const sealed = hpkeSeal(pair.publicKey, utf8Bytes('secret'), context)
  expect(hpkeOpen(pair, sealed, context)).toEqual(utf8Bytes('secret'))
  expect(hpkeOpen(other, sealed, context)).toBe(null)
  expect(hpkeOpen(pair, sealed, { ...context, info: utf8Bytes('other') })).toBe(null)
  expect(hpkeOpen(pair, sealed, { ...context, aad: utf8Bytes('other') })).toBe(null)
  for (let bit = 0; bit < sealed.box.length * 8; bit++) {
    const box = Uint8Array.from(sealed.box)
    box[bit >> 3] = (box[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(hpkeOpen(pair, { ...sealed, box }, context)).toBe(null)
  }
})

test('a key of small order, which would make the secret known to everybody, opens and seals nothing', () => {
  const context = { info: utf8Bytes('purpose'), aad: new Uint8Array() }
  const pair = hpkeKeyPair()
  expect(hpkeOpen(pair, { key: new Uint8Array(32), box: new Uint8Array(20) }, context)).toBe(null)
  expect(() => hpkeSeal(new Uint8Array(32), utf8Bytes('secret'), context)).toThrow()
})

test('each message has a key of its own', () => {
  const { publicKey } = hpkeKeyPair()
  const seal = () => hpkeSeal(publicKey, utf8Bytes('secret'), { info: new Uint8Array(), aad: new Uint8Array() })
  expect(seal().key).not.toEqual(seal().key)
})
