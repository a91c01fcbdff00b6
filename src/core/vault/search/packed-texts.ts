/** Stands behind each text, so that nothing is found across two of them. Folded texts and terms never hold it. */
const END = '\u0000'

/**
 * The texts of the rows of a block in one string: one search over it is far cheaper than one for each text, and a
 * hundred thousand short strings would cost more than what they say. Changes are kept aside until the next reading.
 */
export type PackedTexts = {
  readonly set: (row: number, text: string) => void
  /** All texts; those of rows that have none are empty. */
  readonly all: () => string
  readonly start: (row: number) => number
  readonly end: (row: number) => number
}

export function createPackedTexts(rows: number): PackedTexts {
  let text = END.repeat(rows)
  const ends = Uint32Array.from({ length: rows }, (_, row) => row)
  const changed = new Map<number, string>()
  const start = (row: number) => (row === 0 ? 0 : (ends[row - 1] ?? 0) + 1)
  const end = (row: number) => ends[row] ?? 0

  function pack(): void {
    const parts = Array.from(ends, (_, row) => changed.get(row) ?? text.slice(start(row), end(row)))
    changed.clear()
    let length = 0
    for (const [row, part] of parts.entries()) {
      length += part.length
      ends[row] = length
      length += 1
    }
    text = parts.join(END) + END
  }

  return {
    set: (row, value) => void changed.set(row, value),
    all() {
      if (changed.size > 0) pack()
      return text
    },
    start,
    end
  }
}
