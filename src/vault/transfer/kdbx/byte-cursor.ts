import { VaultError } from '../../../core/errors.ts'

export type ByteCursor = {
  readonly offset: () => number
  /** A view, not a copy. IMPORT_DAMAGED { place } when there are not so many left. */
  readonly take: (length: number) => Uint8Array
  readonly u8: () => number
  readonly u16: () => number
  readonly u32: () => number
  readonly rest: () => Uint8Array
}

/** Little endian, from the start. `place` names what is read in the error. */
export function byteCursor(bytes: Uint8Array, place: string): ByteCursor {
  let offset = 0
  const take = (length: number): Uint8Array => {
    if (length > bytes.length - offset) throw new VaultError('IMPORT_DAMAGED', { place })
    const taken = bytes.subarray(offset, offset + length)
    offset += length
    return taken
  }
  const view = (length: number): DataView => {
    const taken = take(length)
    return new DataView(taken.buffer, taken.byteOffset, length)
  }
  return {
    offset: () => offset,
    take,
    u8: () => view(1).getUint8(0),
    u16: () => view(2).getUint16(0, true),
    u32: () => view(4).getUint32(0, true),
    rest: () => take(bytes.length - offset)
  }
}

/** A whole number of 1, 2, 4 or 8 bytes; IMPORT_DAMAGED { place } for other lengths, and beyond what a number holds. */
export function littleEndian(bytes: Uint8Array, place: string): number {
  if (![1, 2, 4, 8].includes(bytes.length)) throw new VaultError('IMPORT_DAMAGED', { place })
  const value = bytes.reduceRight((sum, byte) => sum * 256 + byte, 0)
  if (!Number.isSafeInteger(value)) throw new VaultError('IMPORT_REFUSED', { reason: 'kdf' })
  return value
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
