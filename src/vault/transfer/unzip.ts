import { crc32, inflateRawSync } from 'node:zlib'
import { VaultError } from '../../core/errors.ts'

export type ZipEntry = {
  /** As the archive says it: a word to find it by, never a path. */
  readonly name: string
  /** Bytes once read. */
  readonly size: number
  /** Checked against its length and its sum; the same bytes each time. IMPORT_DAMAGED { place: 'zip' }. */
  readonly read: () => Uint8Array
}

/** An archive is small and becomes large: what it says of itself is added up before anything is unfolded, and held to. */
export const ZIP_LIMITS = {
  entries: 20_000,
  nameLength: 1024,
  totalBytes: 256 * 2 ** 20,
  /** Text becomes ten times as large, and what somebody repeats for the purpose a thousand times. */
  ratio: 200,
  /** Below this no ratio is asked for. */
  freeBytes: 4 * 2 ** 20
} as const

const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff } as const
const CENTRAL = { signature: 0x02014b50, length: 46 } as const
const LOCAL = { signature: 0x04034b50, length: 30 } as const
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

export function looksLikeZip(bytes: Uint8Array): boolean {
  return viewOf(bytes).byteLength >= END.length && viewOf(bytes).getUint32(0, true) === LOCAL.signature
}

/** The names in an archive, to recognise a format by; none of what is no archive. */
export function zipNames(bytes: Uint8Array): ReadonlySet<string> {
  try {
    return new Set(looksLikeZip(bytes) ? readPlaces(bytes, viewOf(bytes)).map(({ name }) => name) : [])
  } catch {
    return new Set()
  }
}

/** The files of an archive; nothing is unfolded yet. IMPORT_DAMAGED { place: 'zip' }, IMPORT_REFUSED { reason }. */
export function openZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes)
  const places = readPlaces(bytes, view)
  checkSizes(places)
  checkPlaces(places, view)
  return places.filter(({ name }) => !name.endsWith('/')).map((place) => entryOf(bytes, place))
}

function readPlaces(bytes: Uint8Array, view: DataView): readonly Place[] {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > ZIP_LIMITS.entries) throw refused('count')
  const places: Place[] = []
  let offset = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    const place = readCentral(bytes, view, offset)
    places.push(place)
    offset = place.next
  }
  if (offset > end) throw damaged()
  return places
}

type Place = {
  readonly name: string
  readonly method: number
  readonly sum: number
  readonly packed: number
  readonly size: number
  readonly local: number
  readonly next: number
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END.length - END.longestComment)
  for (let at = view.byteLength - END.length; at >= first; at--) {
    const comment = view.byteLength - at - END.length
    if (view.getUint32(at, true) === END.signature && view.getUint16(at + 20, true) === comment) return at
  }
  throw damaged()
}

function readCentral(bytes: Uint8Array, view: DataView, at: number): Place {
  if (at + CENTRAL.length > view.byteLength || view.getUint32(at, true) !== CENTRAL.signature) throw damaged()
  if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw refused('encryptedZip')
  const nameLength = view.getUint16(at + 28, true)
  if (nameLength > ZIP_LIMITS.nameLength) throw refused('count')
  const nameStart = at + CENTRAL.length
  const next = nameStart + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > view.byteLength) throw damaged()
  return {
    name: Buffer.from(bytes.subarray(nameStart, nameStart + nameLength)).toString('utf8'),
    method: view.getUint16(at + 10, true),
    sum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
    next
  }
}

function checkSizes(places: readonly Place[]): void {
  let total = 0
  for (const { method, packed, size } of places) {
    if (method !== STORED && method !== DEFLATED) throw refused('compression')
    if (size > ZIP_LIMITS.freeBytes && size > packed * ZIP_LIMITS.ratio) throw refused('ratio')
    total += size
  }
  if (total > ZIP_LIMITS.totalBytes) throw refused('size')
  if (new Set(places.map(({ name }) => name)).size !== places.length) throw refused('duplicate')
}

/** Entries that share their bytes are how a small archive unfolds without end. */
function checkPlaces(places: readonly Place[], view: DataView): void {
  let free = 0
  for (const place of [...places].sort((a, b) => a.local - b.local)) {
    if (place.local < free) throw refused('overlap')
    free = dataStart(view, place) + place.packed
    if (free > view.byteLength) throw damaged()
  }
}

function dataStart(view: DataView, { local }: Place): number {
  if (local + LOCAL.length > view.byteLength || view.getUint32(local, true) !== LOCAL.signature) throw damaged()
  return local + LOCAL.length + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
}

function entryOf(bytes: Uint8Array, place: Place): ZipEntry {
  const { name, method, sum, packed, size } = place
  let known: Uint8Array | null = null
  return {
    name,
    size,
    read() {
      // However many items name it, it is in memory once.
      if (known !== null) return known
      const start = dataStart(viewOf(bytes), place)
      const data = bytes.subarray(start, start + packed)
      const content = method === STORED ? Uint8Array.from(data) : inflated(data, size)
      if (content.length !== size || crc32(content) !== sum) throw damaged()
      known = content
      return content
    }
  }
}

function inflated(data: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw damaged()
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const damaged = (): VaultError => new VaultError('IMPORT_DAMAGED', { place: 'zip' })
const refused = (reason: string): VaultError => new VaultError('IMPORT_REFUSED', { reason })
