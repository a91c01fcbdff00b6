import { gunzipSync } from 'node:zlib'
import { chacha20 } from '@noble/ciphers/chacha.js'
import { concatBytes, equalBytes, u32 } from '../../../core/bytes.ts'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { VaultError } from '../../../core/errors.ts'
import { blockMac, sha512 } from './block-mac.ts'
import { byteCursor } from './byte-cursor.ts'
import type { KdbxHeader } from './kdbx-header.ts'
import { type ProtectedStream, protectedStream } from './protected-stream.ts'
import { sha256 } from './transform-key.ts'

export type KdbxPayload = {
  readonly xml: Uint8Array
  readonly stream: ProtectedStream
  /** Attachments of KDBX 4 by their number; those of KDBX 3 are in the document. */
  readonly binaries: readonly Uint8Array[]
}

/** A bomb is small and becomes large; a document of names and passwords becomes ten or twenty times as large. */
const INFLATED = { most: 256 * 2 ** 20, least: 64 * 2 ** 20, ratio: 100 } as const
const MAX_BINARIES = 100_000

const SUM_LENGTH = 32

/** KDBX 4 has a sum of its header behind it: what is damaged is found before a key is derived. IMPORT_DAMAGED. */
export function checkHeaderSum({ major, bytes }: KdbxHeader, sealed: Uint8Array): void {
  const sum = byteCursor(sealed, 'header').take(SUM_LENGTH)
  if (major === 4 && !equalBytes(sum, sha256(bytes))) throw damaged('header')
}

/** WRONG_PASSWORD, IMPORT_DAMAGED { place }, IMPORT_REFUSED { reason }. `sealed` is what follows the header. */
export async function openPayload(
  header: KdbxHeader,
  sealed: Uint8Array,
  transformed: SecretBytes
): Promise<KdbxPayload> {
  return header.major === 4 ? openVersion4(header, sealed, transformed) : openVersion3(header, sealed, transformed)
}

async function openVersion3(header: KdbxHeader, sealed: Uint8Array, transformed: SecretBytes): Promise<KdbxPayload> {
  using key = SecretBytes.own(sha256(header.masterSeed, transformed.bytes))
  // Before the blocks nothing authenticates: bad padding and other first bytes both mean another key.
  const plain = await deciphered(header, key, sealed, 'WRONG_PASSWORD')
  if (!equalBytes(plain.subarray(0, 32), header.startBytes)) throw new VaultError('WRONG_PASSWORD')
  const xml = inflated(header, joinHashedBlocks(plain.subarray(32)))
  return { xml, stream: protectedStream(header.streamId, header.streamKey), binaries: [] }
}

async function openVersion4(header: KdbxHeader, sealed: Uint8Array, transformed: SecretBytes): Promise<KdbxPayload> {
  const cursor = byteCursor(sealed, 'header')
  cursor.take(SUM_LENGTH)
  using hmacKey = SecretBytes.own(sha512(header.masterSeed, transformed.bytes, Uint8Array.of(1)))
  const headerMac = blockMac(hmacKey, new Uint8Array(8).fill(0xff), header.bytes)
  if (!equalBytes(cursor.take(32), headerMac)) throw new VaultError('WRONG_PASSWORD')
  const ciphertext = joinMacBlocks(cursor.rest(), hmacKey)
  using key = SecretBytes.own(sha256(header.masterSeed, transformed.bytes))
  return readInnerHeader(inflated(header, await deciphered(header, key, ciphertext, 'IMPORT_DAMAGED')))
}

async function deciphered(
  { cipher, iv }: KdbxHeader,
  key: SecretBytes,
  data: Uint8Array,
  code: 'WRONG_PASSWORD' | 'IMPORT_DAMAGED'
): Promise<Uint8Array> {
  if (cipher === 'chacha20') return chacha20(key.bytes, iv, data)
  try {
    const raw = Uint8Array.from(key.bytes)
    const aes = await crypto.subtle.importKey('raw', raw, { name: 'AES-CBC' }, false, ['decrypt'])
    raw.fill(0)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: copyOf(iv) }, aes, copyOf(data)))
  } catch {
    throw new VaultError(code, code === 'IMPORT_DAMAGED' ? { place: 'content' } : {})
  }
}

/** Views of a shared buffer are no concern of WebCrypto's types; these are never shared. */
const copyOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes)

function inflated({ isCompressed }: KdbxHeader, data: Uint8Array): Uint8Array {
  if (!isCompressed) return data
  const most = Math.min(INFLATED.most, Math.max(INFLATED.least, data.length * INFLATED.ratio))
  try {
    return gunzipSync(data, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof RangeError) throw new VaultError('IMPORT_REFUSED', { reason: 'ratio' })
    throw damaged('content')
  }
}

function joinHashedBlocks(data: Uint8Array): Uint8Array {
  const cursor = byteCursor(data, 'content')
  const parts: Uint8Array[] = []
  for (let index = 0; ; index++) {
    if (cursor.u32() !== index) throw damaged('content')
    const hash = cursor.take(32)
    const part = cursor.take(cursor.u32())
    if (part.length === 0) return concatBytes(...parts)
    if (!equalBytes(hash, sha256(part))) throw damaged('content')
    parts.push(part)
  }
}

function joinMacBlocks(data: Uint8Array, hmacKey: SecretBytes): Uint8Array {
  const cursor = byteCursor(data, 'content')
  const parts: Uint8Array[] = []
  for (let index = 0; ; index++) {
    const mac = cursor.take(32)
    const part = cursor.take(cursor.u32())
    const number = concatBytes(u32(index), new Uint8Array(4))
    if (!equalBytes(mac, blockMac(hmacKey, number, number, u32(part.length), part))) throw damaged('content')
    if (part.length === 0) return concatBytes(...parts)
    parts.push(part)
  }
}

function readInnerHeader(plain: Uint8Array): KdbxPayload {
  const cursor = byteCursor(plain, 'content')
  const binaries: Uint8Array[] = []
  let streamId = 0
  let streamKey: Uint8Array = new Uint8Array(0)
  for (;;) {
    const id = cursor.u8()
    const data = cursor.take(cursor.u32())
    if (id === 0) return { xml: cursor.rest(), stream: protectedStream(streamId, streamKey), binaries }
    if (id === 1) streamId = byteCursor(data, 'content').u32()
    if (id === 2) streamKey = data
    // The first byte says whether to protect it in memory. A copy: a view would keep all of the file in memory.
    if (id === 3) binaries.push(Uint8Array.from(data.subarray(1)))
    if (binaries.length > MAX_BINARIES) throw new VaultError('IMPORT_REFUSED', { reason: 'count' })
  }
}

const damaged = (place: string): VaultError => new VaultError('IMPORT_DAMAGED', { place })
