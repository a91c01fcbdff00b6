/** A stretch of text that both versions have, or only the older or only the newer one. */
export type DiffPart = { readonly is: 'same' | 'older' | 'newer'; readonly text: string }

/** Beyond this a comparison costs more than it shows; the texts then stand whole, one after the other. */
const MOST_CELLS = 4_000_000

/** What turned `older` into `newer`: by characters in a line, by lines in a longer text. */
export function diffTexts(older: string, newer: string): readonly DiffPart[] {
  const long = older.includes('\n') || newer.includes('\n')
  const [a, b] = long ? [lines(older), lines(newer)] : [characters(older), characters(newer)]
  const start = commonStart(a, b)
  const end = commonEnd(a.slice(start), b.slice(start))
  const middle = [a.slice(start, a.length - end), b.slice(start, b.length - end)] as const
  const parts = [...a.slice(0, start).map(same), ...compared(...middle), ...a.slice(a.length - end).map(same)]
  return joined(parts)
}

const same = (text: string): DiffPart => ({ is: 'same', text })
const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** As a reader sees them: an accent or a family of emoji is one. */
function characters(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length)
  let place = 0
  while (place < length && a[place] === b[place]) place++
  return place
}

const commonEnd = (a: readonly string[], b: readonly string[]): number => commonStart(a.toReversed(), b.toReversed())

function compared(a: readonly string[], b: readonly string[]): readonly DiffPart[] {
  const gone = a.map((text): DiffPart => ({ is: 'older', text }))
  const come = b.map((text): DiffPart => ({ is: 'newer', text }))
  if (a.length === 0 || b.length === 0 || a.length * b.length > MOST_CELLS) return [...gone, ...come]
  const width = b.length + 1
  const longest = longestCommon(a, b)
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      parts.push(same(a[i++] ?? ''))
      j++
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))
      parts.push(gone[i++] ?? same(''))
    else parts.push(come[j++] ?? same(''))
  }
  return [...parts, ...gone.slice(i), ...come.slice(j)]
}

/** The length of the longest common subsequence of `a` from `i` and `b` from `j` on, at `i * width + j`. */
function longestCommon(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1
  const longest = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const down = longest[(i + 1) * width + j] ?? 0
      const right = longest[i * width + j + 1] ?? 0
      longest[i * width + j] = a[i] === b[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(down, right)
    }
  }
  return longest
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const all: DiffPart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (last?.is === part.is) all[all.length - 1] = { is: part.is, text: last.text + part.text }
    else all.push(part)
  }
  return all
}
