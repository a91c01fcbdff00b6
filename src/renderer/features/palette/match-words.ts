type Hits = readonly (readonly [number, number])[]

/** Where the words of a query stand in a command's name, each at the beginning of a word or anywhere; null: not all do. */
export function matchWords(name: string, query: string): Hits | null {
  const folded = name.toLocaleLowerCase()
  // Folding that changes the length would move every mark behind it.
  if (folded.length !== name.length) return folded.includes(query.toLocaleLowerCase().trim()) ? [] : null
  const hits: (readonly [number, number])[] = []
  for (const word of query
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((each) => each !== '')) {
    const at = wordStart(folded, word) ?? folded.indexOf(word)
    if (at < 0) return null
    hits.push([at, at + word.length])
  }
  return hits
}

function wordStart(name: string, word: string): number | null {
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    if (at === 0 || /[\s\-“(]/.test(name[at - 1] ?? '')) return at
  }
  return null
}
