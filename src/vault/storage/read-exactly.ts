import { VaultError } from '../../core/errors.ts'
import type { OpenFile } from './vault-fs.ts'

/** `length` bytes, or as many as there are before the end of the file; in `into` where it is given and large enough. */
export async function readUpTo(
  file: OpenFile,
  position: number,
  length: number,
  into?: Uint8Array,
  atOnce?: boolean
): Promise<Uint8Array> {
  const bytes = into !== undefined && into.length >= length ? into.subarray(0, length) : new Uint8Array(length)
  let done = 0
  while (done < length) {
    const read = await file.read(bytes.subarray(done), position + done, atOnce)
    if (read === 0) return bytes.subarray(0, done)
    done += read
  }
  return bytes
}

/** `length` bytes, owned by the caller; a file that ends before that is IO. */
export async function readExactly(file: OpenFile, position: number, length: number): Promise<Uint8Array> {
  const bytes = await readUpTo(file, position, length)
  if (bytes.length < length) throw new VaultError('IO', { errno: 'SHORT_READ' })
  return bytes
}

const PIECE = 256 * 1024

/** The bytes from `position` up to `end`, in pieces; a file that ends before that is IO. */
export async function* readPieces(file: OpenFile, position: number, end: number): AsyncIterable<Uint8Array> {
  for (let at = position; at < end; at += PIECE) yield await readExactly(file, at, Math.min(PIECE, end - at))
}
