import { describe, expect, test } from 'vitest'
import { createSealingKey } from '../vault/sealing-key.ts'
import { hpkeSeal } from './hpke.ts'
import { holdsSecret, sealSecrets, secret } from './secret.ts'
import { openSealedIn, type SealedSecret, sealedPassword } from '../shared/sealed-secret.ts'
import * as v from 'valibot'

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

/** RFC 9180, appendix A.1.1, whose sender's key WebCrypto takes as PKCS #8 (RFC 8410, section 7). */
const A1 = {
  context: { info: hex('4f6465206f6e2061204772656369616e2055726e'), aad: hex('436f756e742d30') },
  pkcs8: hex('302e020100300506032b656e0422042052c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736'),
  enc: hex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'),
  publicKey: hex('3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d'),
  text: hex('4265617574792069732074727574682c20747275746820626561757479'),
  box: hex('f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a')
}

test('the page seals the message of RFC 9180, appendix A.1.1, to the byte', async () => {
  const privateKey = await crypto.subtle.importKey('pkcs8', A1.pkcs8, 'X25519', false, ['deriveBits'])
  const publicKey = await crypto.subtle.importKey('raw', A1.enc, 'X25519', true, [])
  const sealed = await hpkeSeal(A1.publicKey, A1.text, A1.context, { privateKey, publicKey })
  expect(sealed).toEqual({ key: A1.enc, box: A1.box })
})

describe('a secret on its way out of the page', () => {
  const input = {
    file: 'f',
    masterPassword: secret('correct horse'),
    seal: { password: secret('ñandú') },
    list: [1, 'a']
  }

  test('is sealed wherever it stands, and the rest goes as it is', async () => {
    const process = createSealingKey()
    const sealed = await sealSecrets(input, process.publicKey())
    expect(JSON.stringify(sealed)).not.toContain('horse')
    expect(v.is(sealedPassword, (sealed as { masterPassword: unknown }).masterPassword)).toBe(true)
    expect(openSealedIn(sealed, process.open)).toEqual({
      file: 'f',
      masterPassword: 'correct horse',
      seal: { password: 'ñandú' },
      list: [1, 'a']
    })
  })

  test('is known from everything else', () => {
    expect(holdsSecret(input)).toBe(true)
    expect(holdsSecret([null, undefined, { a: ['b'] }])).toBe(false)
  })

  test('is opened by no other process', async () => {
    const [mine, other] = [createSealingKey(), createSealingKey()]
    const sealed = (await sealSecrets(secret('x'), mine.publicKey())) as SealedSecret
    expect(() => other.open(sealed)).toThrow('KEY_CHANGED')
    expect(() => other.open({ ...sealed, to: other.publicKey() })).toThrow('BAD_REQUEST')
    expect(mine.open(sealed)).toBe('x')
  })
})
