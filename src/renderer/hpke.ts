/**
 * Sealing to a key of the vault process: HPKE (RFC 9180) in base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * AES-128-GCM, with what WebCrypto has. core/crypto/hpke.ts is the other side, and explains the names.
 */

type Bytes = Uint8Array<ArrayBuffer>
type Sealed = { readonly key: Bytes; readonly box: Bytes }

const ENCODER = new TextEncoder()
const NOTHING = new Uint8Array()
const VERSION = ENCODER.encode('HPKE-v1')
const KEM_SUITE = join(ENCODER.encode('KEM'), Uint8Array.of(0, 0x20))
const HPKE_SUITE = join(ENCODER.encode('HPKE'), Uint8Array.of(0, 0x20, 0, 1, 0, 1))

/** SealBase (section 6.1). `pair` is for this one message; tests give the one of the published vectors. */
export async function hpkeSeal(
  to: Bytes,
  text: Bytes,
  { info, aad }: { readonly info: Bytes; readonly aad: Bytes },
  pair?: CryptoKeyPair
): Promise<Sealed> {
  const own = pair ?? (await crypto.subtle.generateKey('X25519', false, ['deriveBits']))
  const key = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  const shared = await sharedSecret(own.privateKey, to, key)
  const { secret, nonce } = await schedule(shared, info)
  const aes = await crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt'])
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: aad }, aes, text)
  return { key, box: new Uint8Array(box) }
}

/** Encap (section 4.1) behind the making of its key pair. */
async function sharedSecret(privateKey: CryptoKey, to: Bytes, enc: Bytes): Promise<Bytes> {
  const publicKey = await crypto.subtle.importKey('raw', to, 'X25519', false, [])
  const dh = await crypto.subtle.deriveBits({ name: 'X25519', public: publicKey }, privateKey, 256)
  const root = await labeledExtract(KEM_SUITE, NOTHING, 'eae_prk', new Uint8Array(dh))
  return labeledExpand(KEM_SUITE, root, 'shared_secret', { info: join(enc, to), length: 32 })
}

/** KeySchedule (section 5.1) of mode_base. */
async function schedule(shared: Bytes, purpose: Bytes): Promise<{ readonly secret: Bytes; readonly nonce: Bytes }> {
  const info = join(
    Uint8Array.of(0),
    await labeledExtract(HPKE_SUITE, NOTHING, 'psk_id_hash', NOTHING),
    await labeledExtract(HPKE_SUITE, NOTHING, 'info_hash', purpose)
  )
  const root = await labeledExtract(HPKE_SUITE, shared, 'secret', NOTHING)
  return {
    secret: await labeledExpand(HPKE_SUITE, root, 'key', { info, length: 16 }),
    nonce: await labeledExpand(HPKE_SUITE, root, 'base_nonce', { info, length: 12 })
  }
}

/** HKDF-Extract (RFC 5869, section 2.2); a salt that is absent is 32 zeros. */
function labeledExtract(suite: Bytes, salt: Bytes, label: string, input: Bytes): Promise<Bytes> {
  return hmac(salt.length === 0 ? new Uint8Array(32) : salt, join(VERSION, suite, ENCODER.encode(label), input))
}

/** HKDF-Expand (RFC 5869, section 2.3) of one block, since nothing here has more than 32 bytes. */
async function labeledExpand(
  suite: Bytes,
  root: Bytes,
  label: string,
  { info, length }: { readonly info: Bytes; readonly length: number }
): Promise<Bytes> {
  const labeled = join(Uint8Array.of(0, length), VERSION, suite, ENCODER.encode(label), info)
  return (await hmac(root, join(labeled, Uint8Array.of(1)))).slice(0, length)
}

async function hmac(key: Bytes, message: Bytes): Promise<Bytes> {
  const hashed = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', hashed, message))
}

function join(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
