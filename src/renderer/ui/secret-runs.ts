export type RunKind = 'letter' | 'digit' | 'symbol'
export type SecretRun = { readonly kind: RunKind; readonly text: string }

const kindOf = (character: string): RunKind => {
  if (/\p{L}|\p{M}/u.test(character)) return 'letter'
  return /\p{N}/u.test(character) ? 'digit' : 'symbol'
}

/** Characters as a reader counts them, so that an accent or an emoji is never cut in two. */
export function secretCharacters(value: string): readonly { readonly text: string; readonly kind: RunKind }[] {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(value)
  return Array.from(graphemes, ({ segment }) => ({ text: segment, kind: kindOf(segment) }))
}

/** The value as runs of one kind, so that letters, digits and symbols can be told apart by shape. */
export function secretRuns(value: string): readonly SecretRun[] {
  const runs: { kind: RunKind; text: string }[] = []
  for (const { kind, text } of secretCharacters(value)) {
    const last = runs.at(-1)
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  return runs
}
