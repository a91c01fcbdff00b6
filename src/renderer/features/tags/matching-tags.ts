/** Every word that was typed is somewhere in the tag, whatever its case. */
export function matchesTag(tag: string, typed: string): boolean {
  const folded = tag.toLocaleLowerCase()
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word))
}

/** More is no help to somebody who types, and thousands of lines would be drawn for nothing. */
const MOST_OFFERED = 50

/** What a field for a tag offers: tags that match, those that begin so first, none of `given`. */
export function offeredTags(
  known: readonly string[],
  given: ReadonlySet<string>,
  typed: string,
  most = MOST_OFFERED
): readonly string[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const [first, later]: [string[], string[]] = [[], []]
  for (const tag of known) {
    if (first.length === most) break
    if (given.has(tag) || !matchesTag(tag, wanted)) continue
    if (tag.toLocaleLowerCase().startsWith(wanted)) first.push(tag)
    else later.push(tag)
  }
  return [...first, ...later].slice(0, most)
}
