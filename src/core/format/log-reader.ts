import { FRAME_HEAD_LENGTH, frameTag, readFrameHead } from './frame.ts'

/** Random access to a file of `size` bytes; `read` gives fewer bytes only at the end of the file. */
export type LogSource = {
  readonly size: number
  /** `into` may be used for the bytes, and what is returned be a view of it. */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array> | Uint8Array
}

/** Where a frame stands; `length` is that of the whole frame. What is needed to open it later on. */
export type FramePlace = {
  readonly offset: number
  readonly length: number
  readonly kind: number
  readonly previousTag: Uint8Array
  readonly tag: Uint8Array
}

export type RawFrame = { readonly kind: number; readonly length: number; readonly sealed: Uint8Array }

const WINDOW = 2 ** 20

/** The same source, read in windows: frames are small and follow each other. Views stay valid. */
export function windowed(source: LogSource): LogSource {
  let start = 0
  let window: Uint8Array = new Uint8Array()
  async function moveTo(offset: number, length: number): Promise<Uint8Array> {
    window = await source.read(offset, Math.max(length, WINDOW))
    start = offset
    return window.subarray(0, length)
  }
  return {
    size: source.size,
    // What is there already is not waited for: a promise for each of thousands of frames takes longer than reading them.
    read(offset, length) {
      const isThere = offset >= start && offset + length <= start + window.length
      return isThere ? window.subarray(offset - start, offset - start + length) : moveTo(offset, length)
    }
  }
}

/** The frame at `offset`, unopened; null when its head contradicts itself or the file ends before the frame does. */
export async function readRawFrame(source: LogSource, offset: number): Promise<RawFrame | null> {
  if (offset + FRAME_HEAD_LENGTH > source.size) return null
  const head = readFrameHead(await source.read(offset, FRAME_HEAD_LENGTH))
  if (head === null || offset + FRAME_HEAD_LENGTH + head.length > source.size) return null
  const sealed = await source.read(offset + FRAME_HEAD_LENGTH, head.length)
  return sealed.length === head.length ? { kind: head.kind, length: FRAME_HEAD_LENGTH + head.length, sealed } : null
}

export function placeOf(offset: number, frame: RawFrame, previousTag: Uint8Array): FramePlace {
  return { offset, length: frame.length, kind: frame.kind, previousTag, tag: frameTag(frame.sealed) }
}
