export type HighlightPart = { readonly text: string; readonly hit: boolean }

/** `text` cut at the half-open UTF-16 ranges that matched. Ranges that overlap or run out of the text do no harm. */
export function highlightParts(text: string, hits: readonly (readonly [number, number])[]): readonly HighlightPart[] {
  const parts: HighlightPart[] = []
  let at = 0
  for (const [start, end] of hits.toSorted((one, other) => one[0] - other[0])) {
    const from = Math.max(start, at)
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) parts.push({ text: text.slice(at, from), hit: false })
    parts.push({ text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false })
  return parts
}
