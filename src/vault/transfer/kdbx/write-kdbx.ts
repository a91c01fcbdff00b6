import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { concatBytes, u32 } from '../../../core/bytes.ts'
import type { KdfNumbers, KdfParams } from '../../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { randomBytes } from '../../../core/random.ts'
import type { DeriveForeign } from '../../kdf/foreign-argon2.ts'
import type { ImportSecrets } from '../importer.ts'
import { blockMac, sha512 } from './block-mac.ts'
import { protectedStream, type ProtectedStream } from './protected-stream.ts'
import { compositeKey, sha256, transformKey } from './transform-key.ts'

/** What is sealed: the document, which is made with the mask that is given, and the attachments by number. */
export type MakeContent = (mask: ProtectedStream) => Promise<{ xml: Uint8Array; binaries: readonly Uint8Array[] }>

export type WriteOptions = {
  readonly argon2: DeriveForeign
  /** Only tests and measurements ask for other numbers. */
  readonly numbers?: Partial<KdfNumbers>
  readonly signal: AbortSignal
}

/** As much work as our own default for each guess, in an amount of memory that telephones have too. */
const KDF = { memoryKiB: 64 * 1024, passes: 12, lanes: 4, variant: 'id', version: 0x13 } as const
const AES = '31c1f2e6bf714350be5805216afc5aff'
const ARGON2ID = '9e298b1956db4773b23dfc3ec6f0a1e6'
const BLOCK_LENGTH = 1 << 20
const TYPE = { end: 0, u32: 4, u64: 5, bytes: 0x42 } as const

/** A KDBX 4.0 file: Argon2id, AES-256, ChaCha20 for protected values, compressed. IMPORT_NEEDS_PASSWORD, CANCELLED. */
export async function* writeKdbx(
  secrets: ImportSecrets,
  makeContent: MakeContent,
  { argon2, numbers = {}, signal }: WriteOptions
): AsyncIterable<Uint8Array> {
  const masterSeed = randomBytes(32)
  const iv = randomBytes(16)
  const params = { ...KDF, ...numbers, salt: randomBytes(32) }
  using composite = compositeKey(secrets)
  using transformed = await transformKey(composite, { kind: 'argon2', params }, { argon2, signal })
  using hmacKey = SecretBytes.own(sha512(masterSeed, transformed.bytes, Uint8Array.of(1)))
  using key = SecretBytes.own(sha256(masterSeed, transformed.bytes))
  const ciphertext = await sealed(key, iv, await innerPayload(makeContent))
  const header = outerHeader(masterSeed, iv, params)
  yield header
  yield sha256(header)
  yield blockMac(hmacKey, new Uint8Array(8).fill(0xff), header)
  yield* macBlocks(ciphertext, hmacKey)
}

function outerHeader(masterSeed: Uint8Array, iv: Uint8Array, params: KdfParams): Uint8Array {
  return concatBytes(
    fromHex('03d9a29a67fb4bb5'),
    Uint8Array.of(0, 0, 4, 0),
    field(2, fromHex(AES)),
    field(3, u32(1)),
    field(4, masterSeed),
    field(7, iv),
    field(11, kdfDictionary(params)),
    field(0, fromHex('0d0a0d0a'))
  )
}

function kdfDictionary({ memoryKiB, passes, lanes, salt }: KdfParams): Uint8Array {
  const entry = (type: number, name: string, value: Uint8Array): Uint8Array =>
    concatBytes(Uint8Array.of(type), u32(name.length), Buffer.from(name, 'latin1'), u32(value.length), value)
  return concatBytes(
    Uint8Array.of(0, 1),
    entry(TYPE.bytes, '$UUID', fromHex(ARGON2ID)),
    entry(TYPE.bytes, 'S', salt),
    entry(TYPE.u32, 'P', u32(lanes)),
    entry(TYPE.u64, 'M', u64(memoryKiB * 1024)),
    entry(TYPE.u64, 'I', u64(passes)),
    entry(TYPE.u32, 'V', u32(KDF.version)),
    Uint8Array.of(TYPE.end)
  )
}

async function innerPayload(makeContent: MakeContent): Promise<Uint8Array> {
  const streamKey = randomBytes(64)
  const { xml, binaries } = await makeContent(protectedStream(3, streamKey))
  const plain = concatBytes(
    field(1, u32(3)),
    field(2, streamKey),
    // The flag asks programs to keep it protected in memory.
    ...binaries.map((bytes) => field(3, concatBytes(Uint8Array.of(1), bytes))),
    field(0, new Uint8Array(0)),
    xml
  )
  const compressed = await promisify(gzip)(plain)
  plain.fill(0)
  return compressed
}

async function sealed(key: SecretBytes, iv: Uint8Array, plain: Uint8Array): Promise<Uint8Array> {
  const raw = Uint8Array.from(key.bytes)
  const aes = await crypto.subtle.importKey('raw', raw, { name: 'AES-CBC' }, false, ['encrypt'])
  raw.fill(0)
  const own = Uint8Array.from(plain)
  return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv: Uint8Array.from(iv) }, aes, own))
}

/** The last block is empty: a file that was cut at a block has none. */
function* macBlocks(data: Uint8Array, hmacKey: SecretBytes): Iterable<Uint8Array> {
  const count = Math.ceil(data.length / BLOCK_LENGTH)
  for (let index = 0; index <= count; index++) {
    const part = data.subarray(index * BLOCK_LENGTH, (index + 1) * BLOCK_LENGTH)
    const number = u64(index)
    const length = u32(part.length)
    yield concatBytes(blockMac(hmacKey, number, number, length, part), length, part)
  }
}

const field = (id: number, data: Uint8Array): Uint8Array => concatBytes(Uint8Array.of(id), u32(data.length), data)
const u64 = (value: number): Uint8Array => concatBytes(u32(value % 2 ** 32), u32(Math.floor(value / 2 ** 32)))
const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'))
