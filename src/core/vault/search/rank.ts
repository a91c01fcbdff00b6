import type { SearchBlock } from './search-block.ts'
import { isWordStart } from './text-fold.ts'

/** How well a term fits an item, the best first. An item's rank is the sum over its terms; none of them may be NONE. */
export const RANK = { exact: 0, prefix: 1, wordStart: 2, title: 3, subtitle: 4, rest: 5, detail: 6 } as const
export const NONE = -1

/** Nobody looks for one or two letters of a note, and they would be in nearly all of them. */
export const LEAST_OF_DETAIL = 3

/** The texts of a block, read once for all of its rows. */
export type BlockTexts = { readonly heads: string; readonly details: string }

/** The rank of an item for all terms, or NONE. */
export function rowRank(block: SearchBlock, texts: BlockTexts, row: number, terms: readonly string[]): number {
  let sum = 0
  for (const term of terms) {
    const rank = termRank(block, texts, row, term)
    if (rank === NONE) return NONE
    sum += rank
  }
  return terms.length > 1 && isTitle(block, texts, row, terms.join(' ')) ? RANK.exact : sum
}

/** The rank of an item for a term that is one letter, by its letterBit, or NONE: without looking at any text. */
export function letterRank({ letters, titleLengths }: SearchBlock, row: number, bit: number): number {
  if (((letters.first[row] ?? 0) & bit) !== 0) return titleLengths[row] === 1 ? RANK.exact : RANK.prefix
  if (((letters.starts[row] ?? 0) & bit) !== 0) return RANK.wordStart
  if (((letters.title[row] ?? 0) & bit) !== 0) return RANK.title
  if (((letters.subtitle[row] ?? 0) & bit) !== 0) return RANK.subtitle
  return ((letters.rest[row] ?? 0) & bit) !== 0 ? RANK.rest : NONE
}

/** The rank of a term whose first place in the text of the row is known. */
export function headRank(block: SearchBlock, heads: string, row: number, term: string, at: number): number {
  const start = block.heads.start(row)
  const titleLength = block.titleLengths[row] ?? 0
  const titleEnd = start + titleLength
  if (at === start) return term.length === titleLength ? RANK.exact : RANK.prefix
  if (at < titleEnd) return beginsWord(heads.slice(start, titleEnd), term, at - start) ? RANK.wordStart : RANK.title
  return at < titleEnd + 1 + (block.subtitleLengths[row] ?? 0) ? RANK.subtitle : RANK.rest
}

function termRank(block: SearchBlock, { heads, details }: BlockTexts, row: number, term: string): number {
  const start = block.heads.start(row)
  const at = heads.slice(start, block.heads.end(row)).indexOf(term)
  if (at !== -1) return headRank(block, heads, row, term, start + at)
  if (block.details === null || term.length < LEAST_OF_DETAIL) return NONE
  return details.slice(block.details.start(row), block.details.end(row)).includes(term) ? RANK.detail : NONE
}

function isTitle(block: SearchBlock, { heads }: BlockTexts, row: number, phrase: string): boolean {
  return block.titleLengths[row] === phrase.length && heads.startsWith(phrase, block.heads.start(row))
}

function beginsWord(title: string, term: string, first: number): boolean {
  for (let at = first; at !== -1; at = title.indexOf(term, at + 1)) if (isWordStart(title, at)) return true
  return false
}
