import { createHash, timingSafeEqual, webcrypto } from 'node:crypto'
import { VaultError } from '../../../core/errors.ts'
import { type ForeignJson, member, textMember } from '../foreign-json.ts'
import type { ImportWork } from '../importer.ts'

const { subtle } = webcrypto

/** What Bitwarden itself lets one choose; checked before anything is derived. Memory in MiB. */
const LIMITS = {
  pbkdf2: [5000, 2_000_000],
  argon2: { passes: [1, 10], memory: [8, 1024], lanes: [1, 16] }
} as const

/**
 * The text of a password-protected export. IMPORT_NEEDS_PASSWORD, WRONG_PASSWORD, IMPORT_REFUSED { reason: 'kdf' },
 * IMPORT_DAMAGED { place }.
 */
export async function openProtected(document: ForeignJson, work: ImportWork): Promise<string> {
  const kdf = kdfOf(document)
  const { password } = work.secrets
  if (password === undefined) throw new VaultError('IMPORT_NEEDS_PASSWORD')
  const validation = encString(textMember(document, 'encKeyValidation_DO_NOT_EDIT'), 'encKeyValidation_DO_NOT_EDIT')
  const data = encString(textMember(document, 'data'), 'data')
  const key = await deriveKey(password, kdf, work)
  try {
    const [encKey, macKey] = [await expand(key, 'enc'), await expand(key, 'mac')]
    if (!(await isAuthentic(macKey, validation))) throw new VaultError('WRONG_PASSWORD')
    if (!(await isAuthentic(macKey, data))) throw new VaultError('IMPORT_DAMAGED', { place: 'data' })
    return await decrypt(encKey, data)
  } finally {
    key.fill(0)
  }
}

type Kdf =
  | { readonly type: 'pbkdf2'; readonly salt: string; readonly iterations: number }
  | {
      readonly type: 'argon2id'
      readonly salt: string
      readonly passes: number
      readonly memoryKiB: number
      readonly lanes: number
    }

function kdfOf(document: ForeignJson): Kdf {
  const salt = textMember(document, 'salt')
  if (salt === '' || salt.length > 1024) throw new VaultError('IMPORT_DAMAGED', { place: 'salt' })
  const number = (name: string, [least, most]: readonly [number, number]): number => {
    const found = member(document, name)
    if (typeof found === 'number' && Number.isInteger(found) && found >= least && found <= most) return found
    throw new VaultError('IMPORT_REFUSED', { reason: 'kdf' })
  }
  const type = member(document, 'kdfType')
  if (type === 0) return { type: 'pbkdf2', salt, iterations: number('kdfIterations', LIMITS.pbkdf2) }
  if (type !== 1) throw new VaultError('IMPORT_REFUSED', { reason: 'kdf' })
  const { passes, memory, lanes } = LIMITS.argon2
  return {
    type: 'argon2id',
    salt,
    passes: number('kdfIterations', passes),
    memoryKiB: number('kdfMemory', memory) * 1024,
    lanes: number('kdfParallelism', lanes)
  }
}

/** PBKDF2 takes the salt's text as it stands, Argon2id the SHA-256 of it. */
async function deriveKey(password: string, kdf: Kdf, { argon2, signal }: ImportWork): Promise<Uint8Array> {
  const secret = new TextEncoder().encode(password)
  const salt = new TextEncoder().encode(kdf.salt)
  try {
    if (kdf.type === 'argon2id') {
      const { passes, memoryKiB, lanes } = kdf
      const hashed = new Uint8Array(createHash('sha256').update(salt).digest())
      return await argon2(secret, { memoryKiB, passes, lanes, salt: hashed, variant: 'id', version: 0x13 }, signal)
    }
    const material = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits'])
    const numbers = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: kdf.iterations }
    return new Uint8Array(await subtle.deriveBits(numbers, material, 256))
  } finally {
    secret.fill(0)
  }
}

/** RFC 5869, section 2.3, for one block. */
async function expand(key: Uint8Array, info: string): Promise<Uint8Array> {
  return hmac(key, new TextEncoder().encode(`${info}\u0001`))
}

async function hmac(key: Uint8Array, message: Uint8Array): Promise<Uint8Array> {
  const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await subtle.sign('HMAC', imported, message))
}

type EncString = { readonly iv: Uint8Array; readonly ciphertext: Uint8Array; readonly mac: Uint8Array }

/** `2.<iv>|<ciphertext>|<mac>`: AES-256-CBC, then HMAC-SHA-256. */
function encString(text: string, place: string): EncString {
  const [iv, ciphertext, mac, ...more] = text.startsWith('2.') ? text.slice(2).split('|').map(bytesOf) : []
  const isWhole = iv?.length === 16 && mac?.length === 32 && more.length === 0
  if (!isWhole || ciphertext === undefined || ciphertext.length === 0 || ciphertext.length % 16 !== 0)
    throw new VaultError('IMPORT_DAMAGED', { place })
  return { iv, ciphertext, mac }
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

async function isAuthentic(macKey: Uint8Array, { iv, ciphertext, mac }: EncString): Promise<boolean> {
  return timingSafeEqual(await hmac(macKey, Buffer.concat([iv, ciphertext])), mac)
}

async function decrypt(encKey: Uint8Array, { iv, ciphertext }: EncString): Promise<string> {
  try {
    const key = await subtle.importKey('raw', encKey, 'AES-CBC', false, ['decrypt'])
    const plain = await subtle.decrypt({ name: 'AES-CBC', iv }, key, ciphertext)
    return new TextDecoder('utf-8', { fatal: true }).decode(plain)
  } catch {
    throw new VaultError('IMPORT_DAMAGED', { place: 'data' })
  }
}
