import { expand } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '../../../core/bytes.ts'
import type { KdfNumbers } from '../../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { randomBytes, randomUuid } from '../../../core/random.ts'
import { utf8Bytes } from '../../../core/vault/text.ts'
import type { DeriveKey } from '../../kdf/derive-key.ts'
import type { Exporter } from '../exporter.ts'
import { writeBitwarden } from './write-bitwarden.ts'

/** What Bitwarden itself proposes for Argon2id. */
const NUMBERS: KdfNumbers = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 }
const ARGON2ID = 1

/** Bitwarden's password-protected JSON: the unencrypted one, sealed under a password of its own. */
export function writeSealedBitwarden(password: string, deriveKey: DeriveKey): Exporter {
  return async function* sealed(items, work) {
    // As a text, in base64: Bitwarden hashes the text and not what it stands for.
    const salt = Buffer.from(randomBytes(16)).toString('base64')
    using keys = await deriveKeys(password, salt, deriveKey)
    const pieces: Uint8Array[] = []
    for await (const piece of writeBitwarden(items, work)) pieces.push(piece)
    const file = {
      encrypted: true,
      passwordProtected: true,
      salt,
      kdfType: ARGON2ID,
      kdfIterations: NUMBERS.passes,
      kdfMemory: NUMBERS.memoryKiB / 1024,
      kdfParallelism: NUMBERS.lanes,
      encKeyValidation_DO_NOT_EDIT: await sealText(keys, utf8Bytes(randomUuid())),
      data: await sealText(keys, concatBytes(...pieces))
    }
    yield utf8Bytes(`${JSON.stringify(file, null, 2)}\n`)
  }
}

type Keys = Disposable & { readonly encryption: Uint8Array; readonly authentication: Uint8Array }

async function deriveKeys(password: string, salt: string, deriveKey: DeriveKey): Promise<Keys> {
  using typed = SecretBytes.own(utf8Bytes(password))
  using root = await deriveKey(typed, { ...NUMBERS, salt: sha256(utf8Bytes(salt)) })
  const encryption = expand(sha256, root.bytes, utf8Bytes('enc'), 32)
  const authentication = expand(sha256, root.bytes, utf8Bytes('mac'), 32)
  return {
    encryption,
    authentication,
    [Symbol.dispose]() {
      encryption.fill(0)
      authentication.fill(0)
    }
  }
}

/** `2.<iv>|<ciphertext>|<mac>` in base64: AES-256-CBC, then HMAC-SHA-256 over the first two. */
async function sealText({ encryption, authentication }: Keys, plain: Uint8Array): Promise<string> {
  const iv = randomBytes(16)
  // The platform's AES is in constant time; one in JavaScript looks keys up in tables.
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(encryption), 'AES-CBC', false, ['encrypt'])
  const algorithm = { name: 'AES-CBC', iv: Uint8Array.from(iv) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, Uint8Array.from(plain)))
  const mac = hmac(sha256, authentication, concatBytes(iv, sealed))
  const [first, second, third] = [iv, sealed, mac].map((bytes) => Buffer.from(bytes).toString('base64'))
  return `2.${first}|${second}|${third}`
}
