export type TextRun = { readonly text: string; readonly changed: boolean }

/** What of `text` is not in `other`, word by word. Long texts are compared from both ends only. */
export function textDifference(text: string, other: string): readonly TextRun[] {
  const [mine, theirs] = [words(text), words(other)]
  const { start, end } = sharedEnds(mine, theirs)
  const [middle, against] = [mine.slice(start, mine.length - end), theirs.slice(start, theirs.length - end)]
  const shared = middle.length * against.length <= MOST_COMPARED ? longestShared(middle, against) : new Set<number>()
  const kept = (place: number): boolean => place < start || place >= mine.length - end || shared.has(place - start)
  const runs: { text: string; changed: boolean }[] = []
  for (const [place, word] of mine.entries()) {
    const changed = !kept(place)
    const last = runs.at(-1)
    if (last?.changed === changed) last.text += word
    else runs.push({ text: word, changed })
  }
  return runs
}

const MOST_COMPARED = 250_000

/** Words, and whatever stands between them, each for itself. */
const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

function sharedEnds(mine: readonly string[], theirs: readonly string[]): { start: number; end: number } {
  const most = Math.min(mine.length, theirs.length)
  let start = 0
  while (start < most && mine[start] === theirs[start]) start += 1
  let end = 0
  while (end < most - start && mine.at(-1 - end) === theirs.at(-1 - end)) end += 1
  return { start, end }
}

/** Places in `mine` of the longest sequence of words that both have in this order. */
function longestShared(mine: readonly string[], theirs: readonly string[]): ReadonlySet<number> {
  const width = theirs.length + 1
  const lengths = new Uint32Array((mine.length + 1) * width)
  const at = (one: number, other: number): number => lengths[one * width + other] ?? 0
  for (let one = mine.length - 1; one >= 0; one--) {
    for (let other = theirs.length - 1; other >= 0; other--) {
      const isSame = mine[one] === theirs[other]
      lengths[one * width + other] = isSame
        ? at(one + 1, other + 1) + 1
        : Math.max(at(one + 1, other), at(one, other + 1))
    }
  }
  const places = new Set<number>()
  for (let one = 0, other = 0; one < mine.length && other < theirs.length; ) {
    if (mine[one] === theirs[other]) {
      places.add(one)
      one += 1
      other += 1
    } else if (at(one + 1, other) >= at(one, other + 1)) one += 1
    else other += 1
  }
  return places
}
