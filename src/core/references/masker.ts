import { concatBytes } from '../bytes.ts'
import { patternAutomaton, START } from './pattern-automaton.ts'

/** Takes bytes as they come and gives them back with every secret in them replaced. */
export type Masker = {
  /** What can be said already: at most as much is kept back as may yet become a secret. */
  readonly push: (bytes: Uint8Array) => Uint8Array
  /**
   * Nothing came for a while, and somebody may wait for the end of a line: a beginning of a secret that is too short to
   * tell anything is let go. What follows is masked all the same.
   */
  readonly idle: () => Uint8Array
  /** The rest. */
  readonly end: () => Uint8Array
}

export type MaskerOptions = {
  /** Line ends between the bytes of a secret do not hide it: programs break base64 into lines. */
  readonly acrossLines?: boolean
}

const MOST_TOLD = 3

/**
 * Every byte that belongs to any occurrence of a pattern is masked, wherever chunks are cut, so a secret that is part of
 * another, or runs into one, leaks nothing; a run of masked bytes becomes one mask.
 */
export function createMasker(
  patterns: readonly Uint8Array[],
  mask: Uint8Array,
  { acrossLines = false }: MaskerOptions = {}
): Masker {
  const automaton = patternAutomaton(patterns)
  let state = START
  let held: Marked = { bytes: new Uint8Array(0), marks: new Uint8Array(0) }
  let isInMask = false

  /** Marks what belongs to a secret, from `from` on. */
  function scan({ bytes, marks }: Marked, from: number): void {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (acrossLines && state !== START && isLineEnd(byte) && !endsWithBreaks(marks, at)) {
        marks[at] = BREAK
        continue
      }
      state = automaton.next(state, byte)
      const found = automaton.found(state)
      if (found > 0) markBack(marks, at, found)
    }
  }

  function release(marked: Marked, count: number): Uint8Array {
    const { bytes, marks } = marked
    held = { bytes: bytes.slice(count), marks: marks.slice(count) }
    const shown = showing({ bytes: bytes.subarray(0, count), marks }, mask, isInMask)
    if (count > 0) isInMask = isMasked(marks[count - 1])
    return shown
  }

  return {
    push(bytes) {
      const marks = new Uint8Array(held.bytes.length + bytes.length)
      marks.set(held.marks)
      const all = { bytes: concatBytes(held.bytes, bytes), marks }
      scan(all, held.bytes.length)
      return release(all, all.bytes.length - spanBack(marks, marks.length - 1, automaton.depth(state)))
    },
    idle: () => (automaton.depth(state) <= MOST_TOLD ? release(held, held.bytes.length) : new Uint8Array(0)),
    end() {
      state = START
      return release(held, held.bytes.length)
    }
  }
}

/** Bytes and, for each, whether it is part of a secret, and whether it is a line end that was looked through. */
type Marked = { readonly bytes: Uint8Array; readonly marks: Uint8Array }
const MASKED = 1
const BREAK = 2

const isMasked = (mark: number | undefined): boolean => ((mark ?? 0) & MASKED) !== 0
const isBreak = (mark: number | undefined): boolean => ((mark ?? 0) & BREAK) !== 0
const isLineEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d

/** Only one line end at a time is looked through, be it CR LF: a program that writes nothing else must not be kept back. */
const endsWithBreaks = (marks: Uint8Array, at: number): boolean => isBreak(marks[at - 1]) && isBreak(marks[at - 2])

/** How many bytes up to `at` hold as many that are no line ends looked through; all there are where they are fewer. */
function spanBack(marks: Uint8Array, at: number, significant: number): number {
  let span = 0
  for (let left = significant; left > 0 && span <= at; span++) if (!isBreak(marks[at - span])) left--
  return span
}

function markBack(marks: Uint8Array, at: number, significant: number): void {
  const span = spanBack(marks, at, significant)
  for (let back = 0; back < span; back++) marks[at - back] = (marks[at - back] ?? 0) | MASKED
}

function showing({ bytes, marks }: Marked, mask: Uint8Array, isInMask: boolean): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const kind = isMasked(marks[at])
    let end = at + 1
    while (end < bytes.length && isMasked(marks[end]) === kind) end++
    if (!kind) parts.push(bytes.subarray(at, end))
    else if (at > 0 || !isInMask) parts.push(mask)
    at = end
  }
  return concatBytes(...parts)
}
