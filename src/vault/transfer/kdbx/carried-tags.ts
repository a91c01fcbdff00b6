/** The file has tags without some characters; those that are still there get theirs back, in their order. */
export function restoreTags(tags: readonly string[], original: readonly string[]): readonly string[] {
  const left = new Set(tags)
  const kept = original.filter((tag) => left.delete(carriedTag(tag)) || carriedTag(tag) === '')
  return [...kept, ...left]
}

/** What KDBX can hold of a tag: its programs separate by these, and a group has a name. */
export function carriedTag(tag: string): string {
  const plain = tag.replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff;,:]/g, ' ')
  return plain
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')
}
