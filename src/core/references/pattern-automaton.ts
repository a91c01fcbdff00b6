/**
 * Finds any of many patterns in one pass (Aho and Corasick, 1975), as a table: the next state for each state and class of
 * bytes. Bytes that no pattern has are one class, so a table is no larger than what it looks for.
 */
export type PatternAutomaton = {
  readonly next: (state: number, byte: number) => number
  /** How many bytes before this point may yet become a pattern. */
  readonly depth: (state: number) => number
  /** The length of the longest pattern that ends here, or 0. */
  readonly found: (state: number) => number
}

export const START = 0

export function patternAutomaton(patterns: readonly Uint8Array[]): PatternAutomaton {
  const { classOf, classes } = byteClasses(patterns)
  const most = patterns.reduce((sum, { length }) => sum + length, 1)
  const table = new Int32Array(most * classes).fill(NOWHERE)
  const depth = new Int32Array(most)
  const found = new Int32Array(most)
  let states = 1
  for (const pattern of patterns) {
    let at = START
    for (const byte of pattern) {
      const cell = at * classes + (classOf[byte] ?? 0)
      if (table[cell] === NOWHERE) {
        depth[states] = (depth[at] ?? 0) + 1
        table[cell] = states++
      }
      at = table[cell] ?? START
    }
    if (at !== START) found[at] = pattern.length
  }
  link(table, found, classes)
  return {
    next: (state, byte) => table[state * classes + (classOf[byte] ?? 0)] ?? START,
    depth: (state) => depth[state] ?? 0,
    found: (state) => found[state] ?? 0
  }
}

const NOWHERE = -1

/** Class 0 is every byte that occurs in no pattern. */
function byteClasses(patterns: readonly Uint8Array[]): { readonly classOf: Uint16Array; readonly classes: number } {
  const classOf = new Uint16Array(256)
  let classes = 1
  for (const pattern of patterns) {
    for (const byte of pattern) if (classOf[byte] === 0) classOf[byte] = classes++
  }
  return { classOf, classes }
}

/** Breadth first: where a byte does not fit, the state goes on as the longest shorter beginning would. */
function link(table: Int32Array, found: Int32Array, classes: number): void {
  const fail = new Int32Array(found.length)
  const queue = [START]
  for (let first = 0; first < queue.length; first++) {
    const at = queue[first] ?? START
    for (let of = 0; of < classes; of++) {
      const cell = at * classes + of
      const shorter = at === START ? START : (table[(fail[at] ?? START) * classes + of] ?? START)
      const child = table[cell] ?? NOWHERE
      if (child === NOWHERE) table[cell] = shorter
      else {
        fail[child] = shorter
        found[child] = Math.max(found[child] ?? 0, found[shorter] ?? 0)
        queue.push(child)
      }
    }
  }
}
