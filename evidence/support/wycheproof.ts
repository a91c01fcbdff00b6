import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ed25519, x25519 } from '@noble/curves/ed25519.js'
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { NONCE_LENGTH, open, recomputeTag, seal, TAG_LENGTH } from '../../src/core/crypto/aead.ts'
import { VECTORS } from './shared-folder.ts'

type Case = Readonly<Record<string, string>> & { readonly tcId: number; readonly result: string }
type Group = Readonly<Record<string, unknown>> & { readonly tests: readonly Case[] }

/** One published case; `check` says how it went wrong, null when it agrees. */
export type Vector = { readonly name: string; readonly check: () => string | null | Promise<string | null> }

const hex = (text = ''): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const agree = (yes: boolean): string | null => (yes ? null : 'differs')

/** What Wycheproof marks acceptable depends on rules that a library may choose; only valid and invalid are judged. */
function vectors(file: string, check: (one: Case, group: Group) => string | null): readonly Vector[] {
  const { testGroups } = JSON.parse(readFileSync(join(VECTORS, `wycheproof_${file}.json`), 'utf8')) as {
    readonly testGroups: readonly Group[]
  }
  return testGroups.flatMap((group) =>
    group.tests
      .filter(({ result }) => result !== 'acceptable')
      .map((one) => ({ name: `wycheproof ${file} ${one.tcId}`, check: () => check(one, group) }))
  )
}

export function wycheproof(): readonly Vector[] {
  return [
    ...vectors('xchacha20_poly1305', xchacha),
    ...vectors('chacha20_poly1305', chacha),
    ...vectors('hmac_sha256', (one, group) => {
      const tag = toHex(hmac(sha256, hex(one['key']), hex(one['msg']))).slice(0, Number(group['tagSize']) / 4)
      return agree((tag === one['tag']) === (one.result === 'valid'))
    }),
    ...vectors('hkdf_sha256', (one) => {
      const made = attempt(() => hkdf(sha256, hex(one['ikm']), hex(one['salt']), hex(one['info']), Number(one['size'])))
      return agree(one.result === 'valid' ? made !== null && toHex(made) === one['okm'] : made === null)
    }),
    ...vectors('ed25519', (one, group) => {
      const { pk } = group['publicKey'] as { readonly pk: string }
      const verify = () => ed25519.verify(hex(one['sig']), hex(one['msg']), hex(pk), { zip215: false })
      return agree((attempt(verify) ?? false) === (one.result === 'valid'))
    }),
    ...vectors('x25519', (one) => {
      const made = attempt(() => x25519.getSharedSecret(hex(one['private']), hex(one['public'])))
      return agree((made !== null && toHex(made) === one['shared']) === (one.result === 'valid'))
    })
  ]
}

/** The format's own functions; another length of nonce is another cipher, and the format has one. */
function xchacha(one: Case, group: Group): string | null {
  const [key, nonce, context, text] = [hex(one['key']), hex(one['iv']), hex(one['aad']), hex(one['msg'])]
  if (group['ivSize'] !== NONCE_LENGTH * 8) return agree(one.result === 'invalid')
  const sealed = Buffer.concat([nonce, hex(one['ct']), hex(one['tag'])])
  const opened = open(key, sealed, context)
  if (one.result === 'invalid') return agree(opened === null)
  const isSame =
    opened !== null &&
    toHex(opened) === one['msg'] &&
    seal(key, text, context, () => nonce).every((byte, index) => byte === sealed[index])
  return agree(isSame && toHex(recomputeTag(key, sealed, context)) === toHex(sealed.subarray(-TAG_LENGTH)))
}

/** What age's files are made of. */
function chacha(one: Case): string | null {
  const sealed = Buffer.concat([hex(one['ct']), hex(one['tag'])])
  const opened = attempt(() => chacha20poly1305(hex(one['key']), hex(one['iv']), hex(one['aad'])).decrypt(sealed))
  return agree((opened !== null && toHex(opened) === one['msg']) === (one.result === 'valid'))
}

function attempt<Value>(make: () => Value): Value | null {
  try {
    return make()
  } catch {
    return null
  }
}
