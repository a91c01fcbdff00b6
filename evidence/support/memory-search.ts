import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'

export type Needle = { readonly name: string; readonly forms: readonly Buffer[] }

const PIECE = 4 * 2 ** 20

/** A secret text as it may lie in a memory: UTF-8, UTF-16, and base64 at each of its three alignments. */
export function textNeedle(name: string, text: string): Needle {
  const bytes = Buffer.from(text)
  return { name, forms: [bytes, Buffer.from(text, 'utf16le'), ...base64Forms(bytes)] }
}

/** Key bytes as they are, in hex, and in base64. */
export function bytesNeedle(name: string, bytes: Uint8Array): Needle {
  const own = Buffer.from(bytes)
  const hex = own.toString('hex')
  return { name, forms: [own, Buffer.from(hex), Buffer.from(hex, 'utf16le'), ...base64Forms(own)] }
}

/** The characters that do not depend on what stands before or behind. */
function base64Forms(bytes: Buffer): readonly Buffer[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return Buffer.from(text.slice(before === 0 ? 0 : 4, text.length - 4))
  })
}

/** How often each is found in what the process can write to: heaps, stacks, buffers. */
export function searchMemory(pid: number, needles: readonly Needle[]): ReadonlyMap<string, number> {
  const hits = new Map(needles.map(({ name }) => [name, 0]))
  const overlap = Math.max(...needles.flatMap(({ forms }) => forms.map((form) => form.length)))
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const piece = Buffer.alloc(PIECE + overlap)
  try {
    for (const [start, end] of writableRanges(pid)) {
      for (let at = start; at < end; at += PIECE) {
        const read = readAt(memory, piece, at, Math.min(PIECE + overlap, end - at))
        countAll(hits, needles, piece.subarray(0, read))
      }
    }
  } finally {
    closeSync(memory)
  }
  return hits
}

function countAll(hits: Map<string, number>, needles: readonly Needle[], bytes: Buffer): void {
  for (const { name, forms } of needles)
    for (const form of forms) hits.set(name, (hits.get(name) ?? 0) + countIn(bytes, form))
}

function readAt(memory: number, into: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, into, 0, length, at)
  } catch {
    // A guard page, or memory that was given back meanwhile.
    return 0
  }
}

function countIn(bytes: Buffer, form: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(form); at !== -1; at = bytes.indexOf(form, at + 1)) count += 1
  return count
}

function writableRanges(pid: number): readonly (readonly [number, number])[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const range = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line)
      return range === null ? [] : [[Number.parseInt(range[1] ?? '', 16), Number.parseInt(range[2] ?? '', 16)] as const]
    })
}

/** Why this machine does not let a process look into its own children. */
export function missingMemory(): string | null {
  return existsSync('/proc/self/mem') ? null : 'no /proc/PID/mem on this system'
}
