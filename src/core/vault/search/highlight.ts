import { foldCharacter, foldText, isPlain } from './text-fold.ts'

/** A half-open range of UTF-16 indices. */
export type Range = readonly [from: number, to: number]

/**
 * Where the terms stand in a text as it is shown, in order and without overlaps. Folding may drop accents and spread
 * letters (ß is found by "ss", and by "s"): a character that matched in part is marked whole, with the marks on it.
 */
export function highlights(text: string, terms: readonly string[]): readonly Range[] {
  const ranges = merged(terms.flatMap((term) => occurrences(foldText(text), term)))
  return isPlain(text) || ranges.length === 0 ? ranges : merged(inOriginal(text, ranges))
}

function occurrences(text: string, term: string): Range[] {
  const ranges: Range[] = []
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + term.length))
    ranges.push([at, at + term.length])
  return ranges
}

/** For each index of the folded text, the range of the original that it came from. */
function inOriginal(text: string, ranges: readonly Range[]): Range[] {
  const from: number[] = []
  const to: number[] = []
  let at = 0
  for (const character of text) {
    const length = foldCharacter(character).length
    for (let unit = 0; unit < length; unit++) from.push(at)
    at += character.length
    for (let unit = 0; unit < length; unit++) to.push(at)
    // What folds to nothing belongs to the character before.
    if (length === 0 && to.length > 0) extendLast(from, to, at)
  }
  return ranges.map(([start, end]) => [from[start] ?? 0, to[end - 1] ?? text.length])
}

function extendLast(from: readonly number[], to: number[], end: number): void {
  const last = from.at(-1)
  for (let unit = to.length - 1; unit >= 0 && from[unit] === last; unit--) to[unit] = end
}

function merged(ranges: readonly Range[]): Range[] {
  const all: [number, number][] = []
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = all.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else all.push([from, to])
  }
  return all
}
