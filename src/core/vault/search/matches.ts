/**
 * Rows over all blocks (block × ROWS + row) and their ranks, in parallel and without an object each: a single letter
 * matches nearly all of a hundred thousand items, at every first key.
 */
export type Matches = { readonly rows: Uint32Array; readonly ranks: Uint16Array; length: number }

export function newMatches(most: number): Matches {
  return { rows: new Uint32Array(most), ranks: new Uint16Array(most), length: 0 }
}

export function addMatch(matches: Matches, row: number, rank: number): void {
  matches.rows[matches.length] = row
  matches.ranks[matches.length] = rank
  matches.length += 1
}
