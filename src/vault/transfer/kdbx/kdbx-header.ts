import { VaultError } from '../../../core/errors.ts'
import { type ByteCursor, byteCursor, hexOf, littleEndian } from './byte-cursor.ts'
import { type KdbxKdf, readKdf } from './kdbx-kdf.ts'

export type KdbxCipher = 'aes' | 'chacha20'

export type KdbxHeader = {
  readonly major: 3 | 4
  readonly cipher: KdbxCipher
  readonly isCompressed: boolean
  readonly masterSeed: Uint8Array
  readonly iv: Uint8Array
  readonly kdf: KdbxKdf
  /** All of it, as it stands in the file: KDBX 4 authenticates it. */
  readonly bytes: Uint8Array
  /** KDBX 3 only; KDBX 4 has the stream in its sealed inner header. */
  readonly startBytes: Uint8Array
  readonly streamKey: Uint8Array
  readonly streamId: number
}

const MAGIC = '03d9a29a67fb4bb5'
const CIPHERS: Readonly<Record<string, KdbxCipher>> = {
  '31c1f2e6bf714350be5805216afc5aff': 'aes',
  d6038a2b8b6f4cb5a524339a31dbb59a: 'chacha20'
}
const IV_LENGTHS = { aes: 16, chacha20: 12 } as const
/** Field numbers of the outer header. */
const ID = {
  end: 0,
  cipher: 2,
  compression: 3,
  masterSeed: 4,
  transformSeed: 5,
  rounds: 6,
  iv: 7,
  streamKey: 8,
  startBytes: 9,
  streamId: 10,
  kdf: 11
} as const
const MAX_FIELD = 1 << 20
const EMPTY = new Uint8Array(0)

export function looksLikeKdbx(bytes: Uint8Array): boolean {
  return hexOf(bytes.subarray(0, 8)) === MAGIC
}

/** IMPORT_DAMAGED { place }, IMPORT_REFUSED { reason: 'version' | 'cipher' | 'kdf' }; nothing is derived yet. */
export function readKdbxHeader(file: Uint8Array): KdbxHeader {
  const cursor = byteCursor(file, 'header')
  if (!looksLikeKdbx(cursor.take(8))) throw damaged()
  cursor.u16()
  const major = cursor.u16()
  if (major !== 3 && major !== 4) throw new VaultError('IMPORT_REFUSED', { reason: 'version' })
  const fields = readFields(cursor, major)
  const cipher = CIPHERS[hexOf(required(fields, ID.cipher))]
  if (cipher === undefined) throw new VaultError('IMPORT_REFUSED', { reason: 'cipher' })
  return {
    major,
    cipher,
    isCompressed: compression(fields) === 1,
    masterSeed: sized(fields, ID.masterSeed, 32),
    iv: sized(fields, ID.iv, IV_LENGTHS[cipher]),
    kdf: major === 4 ? readKdf(required(fields, ID.kdf)) : aesKdf(fields),
    bytes: file.subarray(0, cursor.offset()),
    startBytes: major === 3 ? sized(fields, ID.startBytes, 32) : EMPTY,
    streamKey: major === 3 ? required(fields, ID.streamKey) : EMPTY,
    streamId: major === 3 ? littleEndian(required(fields, ID.streamId), 'header') : 0
  }
}

function readFields(cursor: ByteCursor, major: 3 | 4): ReadonlyMap<number, Uint8Array> {
  const fields = new Map<number, Uint8Array>()
  for (;;) {
    const id = cursor.u8()
    const length = major === 4 ? cursor.u32() : cursor.u16()
    if (length > MAX_FIELD) throw damaged()
    const data = cursor.take(length)
    if (id === ID.end) return fields
    fields.set(id, data)
  }
}

function aesKdf(fields: ReadonlyMap<number, Uint8Array>): KdbxKdf {
  const rounds = littleEndian(required(fields, ID.rounds), 'header')
  return { kind: 'aes', seed: sized(fields, ID.transformSeed, 32), rounds }
}

function compression(fields: ReadonlyMap<number, Uint8Array>): number {
  const value = littleEndian(required(fields, ID.compression), 'header')
  if (value > 1) throw new VaultError('IMPORT_REFUSED', { reason: 'compression' })
  return value
}

function required(fields: ReadonlyMap<number, Uint8Array>, id: number): Uint8Array {
  const data = fields.get(id)
  if (data === undefined) throw damaged()
  return data
}

function sized(fields: ReadonlyMap<number, Uint8Array>, id: number, length: number): Uint8Array {
  const data = required(fields, id)
  if (data.length !== length) throw damaged()
  return data
}

const damaged = (): VaultError => new VaultError('IMPORT_DAMAGED', { place: 'header' })
