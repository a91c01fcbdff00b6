import { LONGEST_SEALED } from './frame.ts'
import type { LogSource } from './log-reader.ts'

/** So much at a time is read of the disk, while what was read before is being opened. */
const WINDOW = 2 ** 20

type Window = { readonly buffer: Uint8Array; readonly offset: number; readonly bytes: Uint8Array }
/** What is on its way into `buffer`, behind the room for a frame that begins in the window before. */
type Coming = { readonly buffer: Uint8Array; readonly bytes: Promise<Uint8Array> }

/**
 * The source from `start` on, for reading it once from front to end without a gap: always into the same two buffers, so a
 * view is valid until the next reading. No reading is longer than a frame.
 */
export function readAhead(source: LogSource, start: number): LogSource {
  const room = LONGEST_SEALED + Math.min(WINDOW, source.size - start)
  const first = new Uint8Array(room)
  let held: Window = { buffer: first, offset: start, bytes: first.subarray(0, 0) }
  let coming = fetch(source, start, new Uint8Array(room))

  async function moveTo(offset: number, length: number): Promise<Uint8Array> {
    while (!holds(held, offset, length)) {
      const read = await coming.bytes
      if (read.length === 0) break
      const { buffer } = held
      held = joined(held, offset, coming.buffer, read)
      coming = fetch(source, held.offset + held.bytes.length, buffer)
    }
    return view(held, offset, length)
  }

  return {
    size: source.size,
    // What is there already is not waited for: a promise for each of thousands of frames takes longer than reading them.
    read: (offset, length) => (holds(held, offset, length) ? view(held, offset, length) : moveTo(offset, length))
  }
}

const holds = ({ offset: from, bytes }: Window, offset: number, length: number): boolean =>
  offset + length <= from + bytes.length

const view = ({ offset: from, bytes }: Window, offset: number, length: number): Uint8Array =>
  bytes.subarray(offset - from, offset - from + length)

function fetch(source: LogSource, offset: number, buffer: Uint8Array): Coming {
  const length = Math.min(WINDOW, Math.max(0, source.size - offset))
  const bytes = length === 0 ? buffer.subarray(0, 0) : source.read(offset, length, buffer.subarray(LONGEST_SEALED))
  const waited = Promise.resolve(bytes)
  // Who waits for it hears of an error; whoever found damage before that waits for nothing any more.
  waited.catch(() => {})
  return { buffer, bytes: waited }
}

/** What is left of a window from `offset` on, and behind it what was read into the other buffer. */
function joined(held: Window, offset: number, buffer: Uint8Array, read: Uint8Array): Window {
  const rest = held.bytes.subarray(offset - held.offset)
  if (read.buffer !== buffer.buffer) buffer.set(read, LONGEST_SEALED)
  buffer.set(rest, LONGEST_SEALED - rest.length)
  return { buffer, offset, bytes: buffer.subarray(LONGEST_SEALED - rest.length, LONGEST_SEALED + read.length) }
}
