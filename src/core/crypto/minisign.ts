import { ed25519 } from '@noble/curves/ed25519.js'
import { fromBase64, toBase64 } from '../base64.ts'
import { concatBytes, equalBytes } from '../bytes.ts'
import { VaultError } from '../errors.ts'
import { utf8Bytes } from '../vault/text.ts'
import type { SecretBytes } from './secret-bytes.ts'

/**
 * Signatures that the stock tool checks: `minisign -Vm FILE -P KEY`. Ed25519 (RFC 8032) over the file's BLAKE2b-512,
 * in the form of https://jedisct1.github.io/minisign/ ("Signature format", algorithm `ED`).
 */
export type SigningKey = Disposable & {
  /** The line that minisign takes after -P. */
  readonly publicKey: string
  readonly keyId: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

const KEY_ALGORITHM = utf8Bytes('Ed')
const HASHED = utf8Bytes('ED')
const KEY_ID_LENGTH = 8
const SEED_LENGTH = 32
const SIGNATURE_LENGTH = 64
/** minisign's own limit for a trusted comment is 8,192 bytes with its prefix. */
const MAX_COMMENT = 4096

/** `seed` is 32 bytes and stays the caller's; `keyId` is 8 bytes by which minisign tells keys apart. */
export function signingKeyFrom(seed: SecretBytes, keyId: Uint8Array): SigningKey {
  const own = seed.copy()
  if (own.bytes.length !== SEED_LENGTH || keyId.length !== KEY_ID_LENGTH) throw new VaultError('INTERNAL')
  return {
    publicKey: toBase64(concatBytes(KEY_ALGORITHM, keyId, ed25519.getPublicKey(own.bytes))),
    keyId: Uint8Array.from(keyId),
    sign: (message) => ed25519.sign(message, own.bytes),
    [Symbol.dispose]: () => own[Symbol.dispose]()
  }
}

/** The text of a `.minisig`. `fileHash` is BLAKE2b-512 of the file. BAD_REQUEST for a comment of more than one line. */
export function minisigText(key: SigningKey, fileHash: Uint8Array, trustedComment: string): string {
  if (!isComment(trustedComment)) throw new VaultError('BAD_REQUEST')
  const signature = key.sign(fileHash)
  // The second signature covers the first and the comment, so that no comment can be put beside another file.
  const globalSignature = key.sign(concatBytes(signature, utf8Bytes(trustedComment)))
  return [
    'untrusted comment: signature from Coffer',
    toBase64(concatBytes(HASHED, key.keyId, signature)),
    `trusted comment: ${trustedComment}`,
    `${toBase64(globalSignature)}\n`
  ].join('\n')
}

/** Whether text, key and hash belong together. Anything malformed, or the old unhashed algorithm, does not. */
export function checkMinisig(text: string, publicKey: string, fileHash: Uint8Array): boolean {
  const [, signatureLine = '', comment = '', globalLine = ''] =
    /^untrusted comment: [^\r\n]*\r?\n([^\r\n]+)\r?\ntrusted comment: ([^\r\n]*)\r?\n([^\r\n]+)\r?\n?$/.exec(text) ?? []
  const key = split(publicKey, KEY_ALGORITHM, SEED_LENGTH)
  const signature = split(signatureLine, HASHED, SIGNATURE_LENGTH)
  const globalSignature = bytesOf(globalLine)
  if (key === null || signature === null || globalSignature?.length !== SIGNATURE_LENGTH) return false
  if (!equalBytes(key.keyId, signature.keyId)) return false
  const commented = concatBytes(signature.rest, utf8Bytes(comment))
  return verify(signature.rest, fileHash, key.rest) && verify(globalSignature, commented, key.rest)
}

function verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  // RFC 8032's own rules; the looser ZIP 215 would take points of small order.
  return ed25519.verify(signature, message, publicKey, { zip215: false })
}

/** algorithm(2) ‖ key id(8) ‖ rest */
function split(
  base64: string,
  algorithm: Uint8Array,
  length: number
): { readonly keyId: Uint8Array; readonly rest: Uint8Array } | null {
  const bytes = bytesOf(base64)
  if (bytes?.length !== 2 + KEY_ID_LENGTH + length || !equalBytes(bytes.subarray(0, 2), algorithm)) return null
  return { keyId: bytes.subarray(2, 2 + KEY_ID_LENGTH), rest: bytes.subarray(2 + KEY_ID_LENGTH) }
}

function bytesOf(base64: string): Uint8Array | null {
  try {
    return fromBase64(base64)
  } catch {
    return null
  }
}

const isComment = (text: string): boolean => utf8Bytes(text).length <= MAX_COMMENT && !/\p{Cc}/u.test(text)
