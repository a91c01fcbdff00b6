import { constants, gunzipSync } from 'node:zlib'
import { VaultError } from '../../core/errors.ts'

/** A regular file of a tar archive. The name is a word to sort by, never a path. */
export type TarFile = { readonly name: string; readonly bytes: Uint8Array }

const BLOCK = 512
const LIMITS = { files: 50_000, unfolded: 256 * 2 ** 20, least: 64 * 2 ** 20, ratio: 100 } as const
/** As much of an archive as tells what it is. */
const START = { packed: 64 * 1024, unfolded: 8 * 2 ** 20 } as const

/** The regular files of a tar, compressed or not; other entries are passed over. IMPORT_DAMAGED, IMPORT_REFUSED. */
export function readTar(bytes: Uint8Array): readonly TarFile[] {
  const tar = isGzip(bytes) ? gunzip(bytes) : bytes
  const files: TarFile[] = []
  let longName: string | null = null
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const head = readHead(tar.subarray(at, at + BLOCK))
    if (head === null) break
    const start = at + BLOCK
    if (head.size > tar.length - start) throw damaged()
    const content = tar.subarray(start, start + head.size)
    at = start + Math.ceil(head.size / BLOCK) * BLOCK
    const name: string = longName ?? head.name
    longName = null
    if (head.type === 'L') longName = textOf(content)
    else if (head.type === 'x') longName = paxPath(content)
    else if (head.type === '0' || head.type === '\u0000') files.push({ name, bytes: content })
    if (files.length > LIMITS.files) throw new VaultError('IMPORT_REFUSED', { reason: 'count' })
  }
  return files
}

/** The names at the beginning, as many as can be seen cheaply; none of what is no tar. */
export function tarNames(bytes: Uint8Array): readonly string[] {
  const start = isGzip(bytes) ? startOfGzip(bytes) : bytes
  const names: string[] = []
  for (let at = 0; at + BLOCK <= start.length; ) {
    const head = readHeadOrNull(start.subarray(at, at + BLOCK))
    if (head === null || names.length >= 1000) break
    names.push(head.name)
    at += BLOCK + Math.ceil(head.size / BLOCK) * BLOCK
  }
  return names
}

type Head = { readonly name: string; readonly size: number; readonly type: string }

/** Null for the block of zeros at the end. POSIX.1, "ustar Interchange Format". */
function readHead(block: Uint8Array): Head | null {
  if (block.every((byte) => byte === 0)) return null
  const sum = octal(block, 148, 8)
  const counted = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0)
  if (sum !== counted) throw damaged()
  const prefix = textOf(block.subarray(257, 262)) === 'ustar' ? textOf(block.subarray(345, 500)) : ''
  const name = textOf(block.subarray(0, 100))
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: octal(block, 124, 12),
    type: String.fromCharCode(block[156] ?? 0)
  }
}

function readHeadOrNull(block: Uint8Array): Head | null {
  try {
    return readHead(block)
  } catch {
    return null
  }
}

function octal(block: Uint8Array, offset: number, length: number): number {
  const digits = textOf(block.subarray(offset, offset + length)).trim()
  if (!/^[0-7]{0,12}$/.test(digits)) throw damaged()
  return digits === '' ? 0 : Number.parseInt(digits, 8)
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString('utf8')
}

/** `<length> path=<name>\n` among other records. */
function paxPath(content: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(textOf(content))?.[1] ?? null
}

const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b

function gunzip(bytes: Uint8Array): Uint8Array {
  const most = Math.min(LIMITS.unfolded, Math.max(LIMITS.least, bytes.length * LIMITS.ratio))
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof RangeError) throw new VaultError('IMPORT_REFUSED', { reason: 'ratio' })
    throw damaged()
  }
}

function startOfGzip(bytes: Uint8Array): Uint8Array {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: START.unfolded }
    return gunzipSync(bytes.subarray(0, START.packed), options)
  } catch {
    return new Uint8Array(0)
  }
}

const damaged = (): VaultError => new VaultError('IMPORT_DAMAGED', { place: 'tar' })
