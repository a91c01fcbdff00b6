import { letterBit } from './letter-masks.ts'
import { addMatch, type Matches, newMatches } from './matches.ts'
import { type BlockTexts, headRank, LEAST_OF_DETAIL, letterRank, NONE, rowRank } from './rank.ts'
import { foldWaiting, ROWS, type SearchBlock } from './search-block.ts'

/** Every row that has all of the terms. */
export function scanBlocks(blocks: readonly SearchBlock[], terms: readonly string[]): Matches {
  const found = newMatches(blocks.length * ROWS)
  const bit = terms.length === 1 ? letterBit(terms[0] ?? '') : 0
  // The longest term is in the fewest places.
  const [rarest = '', ...others] = terms.toSorted((a, b) => b.length - a.length)
  for (const [index, block] of blocks.entries()) {
    foldWaiting(block)
    const add = (row: number, rank: number) => addMatch(found, index * ROWS + row, rank)
    if (bit !== 0) scanLetters(block, bit, add)
    else scanBlock(block, rarest, others.length === 0 ? null : terms, add)
  }
  return found
}

/** The same, for terms that only rows of these can have. */
export function scanMatches(blocks: readonly SearchBlock[], terms: readonly string[], among: Matches): Matches {
  const found = newMatches(among.length)
  for (const row of among.rows.subarray(0, among.length)) {
    const block = blocks[Math.floor(row / ROWS)]
    const rank = block === undefined ? NONE : rowRank(block, textsOf(block), row % ROWS, terms)
    if (rank !== NONE) addMatch(found, row, rank)
  }
  return found
}

type Add = (row: number, rank: number) => void

function scanLetters(block: SearchBlock, bit: number, add: Add): void {
  for (let row = 0; row < block.ids.length; row++) {
    const rank = letterRank(block, row, bit)
    if (rank !== NONE) add(row, rank)
  }
}

/** `terms` are all of them, or null when the rarest is the only one. */
function scanBlock(block: SearchBlock, rarest: string, terms: readonly string[] | null, add: Add): void {
  const texts = textsOf(block)
  const seen = new Set<number>()
  const inDetails = block.details !== null && rarest.length >= LEAST_OF_DETAIL
  places(texts.heads, rarest, block.heads.end, (row, at) => {
    if (inDetails) seen.add(row)
    const rank = terms === null ? headRank(block, texts.heads, row, rarest, at) : rowRank(block, texts, row, terms)
    if (rank !== NONE) add(row, rank)
  })
  if (block.details === null || !inDetails) return
  places(texts.details, rarest, block.details.end, (row) => {
    const rank = seen.has(row) ? NONE : rowRank(block, texts, row, terms ?? [rarest])
    if (rank !== NONE) add(row, rank)
  })
}

/** The first place of the term in each row that has it. */
function places(
  text: string,
  term: string,
  end: (row: number) => number,
  visit: (row: number, at: number) => void
): void {
  let row = 0
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, end(row))) {
    while (end(row) < at) row++
    visit(row, at)
  }
}

function textsOf(block: SearchBlock): BlockTexts {
  foldWaiting(block)
  return { heads: block.heads.all(), details: block.details?.all() ?? '' }
}
