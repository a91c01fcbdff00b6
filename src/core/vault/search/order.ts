import { addMatch, type Matches, newMatches } from './matches.ts'
import { foldText } from './text-fold.ts'

/** So many of the best are in order of their titles too. Behind them only ranks count: nobody reads that far. */
export const SORTED = 500

export function onlyAccepted({ rows, ranks, length }: Matches, accept: (row: number) => boolean): Matches {
  const kept = newMatches(length)
  for (let index = 0; index < length; index++) {
    const row = rows[index] ?? 0
    if (accept(row)) addMatch(kept, row, ranks[index] ?? 0)
  }
  return kept
}

/** The rows, best rank first; equal ranks by title, then as they are. */
export function bestFirst(matches: Matches, titleOf: (row: number) => string): Uint32Array {
  const { rows, ranks, length } = matches
  const ordered = new Uint32Array(length)
  const ends = firstPlaces(matches)
  for (let index = 0; index < length; index++) {
    const rank = ranks[index] ?? 0
    const place = ends[rank] ?? 0
    ordered[place] = rows[index] ?? 0
    ends[rank] = place + 1
  }
  sortEqualRanks(ordered, ends, titleOf)
  return ordered
}

/** Where the rows of each rank begin. */
function firstPlaces({ ranks, length }: Matches): number[] {
  const counts: number[] = []
  for (let index = 0; index < length; index++) {
    const rank = ranks[index] ?? 0
    counts[rank] = (counts[rank] ?? 0) + 1
  }
  const places: number[] = []
  let place = 0
  for (let rank = 0; rank < counts.length; rank++) {
    places.push(place)
    place += counts[rank] ?? 0
  }
  return places
}

function sortEqualRanks(ordered: Uint32Array, ends: readonly number[], titleOf: (row: number) => string): void {
  let from = 0
  for (const to of ends) {
    if (to > SORTED) return
    ordered.set(byTitle(ordered.subarray(from, to), titleOf), from)
    from = to
  }
}

function byTitle(rows: Uint32Array, titleOf: (row: number) => string): number[] {
  const titled = Array.from(rows, (row) => ({ row, title: foldText(titleOf(row)) }))
  return titled.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.row - b.row)).map(({ row }) => row)
}
