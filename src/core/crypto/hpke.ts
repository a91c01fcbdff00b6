import { gcm } from '@noble/ciphers/aes.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '../bytes.ts'
import { randomBytes, type RandomBytes } from '../random.ts'
import { utf8Bytes } from '../vault/text.ts'

/**
 * HPKE (RFC 9180) in base mode, one message for each key that is shared: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-128-GCM. This is the suite of appendix A.1; a page has all of it in WebCrypto.
 */

/** Both keys have 32 bytes. */
export type HpkeKeyPair = { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }
/** `key` is the sender's, made for this one message: `enc` of the RFC. `box` is 16 bytes longer than what is in it. */
export type HpkeSealed = { readonly key: Uint8Array; readonly box: Uint8Array }
/** What both sides have to agree on: a purpose, and what belongs to the message without being in it. */
export type HpkeContext = { readonly info: Uint8Array; readonly aad: Uint8Array }

const NOTHING = new Uint8Array()
/** kem_id 0x0020; kdf_id 0x0001 and aead_id 0x0001 behind it for the second (sections 7.1 to 7.3). */
const KEM_SUITE = concatBytes(utf8Bytes('KEM'), Uint8Array.of(0, 0x20))
const HPKE_SUITE = concatBytes(utf8Bytes('HPKE'), Uint8Array.of(0, 0x20, 0, 1, 0, 1))

export function hpkeKeyPair(random: RandomBytes = randomBytes): HpkeKeyPair {
  const privateKey = random(32)
  return { privateKey, publicKey: x25519.getPublicKey(privateKey) }
}

/** SealBase (section 6.1). Throws for a public key of small order. */
export function hpkeSeal(
  to: Uint8Array,
  text: Uint8Array,
  { info, aad }: HpkeContext,
  random: RandomBytes = randomBytes
): HpkeSealed {
  const { privateKey, publicKey } = hpkeKeyPair(random)
  const { key, nonce } = schedule(sharedSecret(x25519.getSharedSecret(privateKey, to), publicKey, to), info)
  privateKey.fill(0)
  return { key: publicKey, box: gcm(key, nonce, aad).encrypt(text) }
}

/** OpenBase (section 6.1): what was sealed, owned by the caller; null where key, context or a single bit do not fit. */
export function hpkeOpen(pair: HpkeKeyPair, { key: enc, box }: HpkeSealed, { info, aad }: HpkeContext) {
  try {
    const dh = x25519.getSharedSecret(pair.privateKey, enc)
    const { key, nonce } = schedule(sharedSecret(dh, enc, pair.publicKey), info)
    return gcm(key, nonce, aad).decrypt(box)
  } catch {
    return null
  }
}

/** ExtractAndExpand of the KEM (section 4.1). */
function sharedSecret(dh: Uint8Array, enc: Uint8Array, to: Uint8Array): Uint8Array {
  const root = labeledExtract(KEM_SUITE, NOTHING, 'eae_prk', dh)
  return labeledExpand(KEM_SUITE, root, 'shared_secret', concatBytes(enc, to), 32)
}

/** KeySchedule (section 5.1) of mode_base, 0x00. The nonce of the first message is the base nonce as it is. */
function schedule(shared: Uint8Array, info: Uint8Array): { readonly key: Uint8Array; readonly nonce: Uint8Array } {
  const context = concatBytes(
    Uint8Array.of(0),
    labeledExtract(HPKE_SUITE, NOTHING, 'psk_id_hash', NOTHING),
    labeledExtract(HPKE_SUITE, NOTHING, 'info_hash', info)
  )
  const secret = labeledExtract(HPKE_SUITE, shared, 'secret', NOTHING)
  return {
    key: labeledExpand(HPKE_SUITE, secret, 'key', context, 16),
    nonce: labeledExpand(HPKE_SUITE, secret, 'base_nonce', context, 12)
  }
}

function labeledExtract(suite: Uint8Array, salt: Uint8Array, label: string, input: Uint8Array): Uint8Array {
  return extract(sha256, concatBytes(utf8Bytes('HPKE-v1'), suite, utf8Bytes(label), input), salt)
}

function labeledExpand(suite: Uint8Array, root: Uint8Array, label: string, info: Uint8Array, length: number) {
  const labeled = concatBytes(Uint8Array.of(0, length), utf8Bytes('HPKE-v1'), suite, utf8Bytes(label), info)
  return expand(sha256, root, labeled, length)
}
