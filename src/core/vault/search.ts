import { type Accept, createAcceptance } from './search/acceptance.ts'
import { highlights, type Range } from './search/highlight.ts'
import type { Matches } from './search/matches.ts'
import { bestFirst, onlyAccepted } from './search/order.ts'
import { LEAST_OF_DETAIL } from './search/rank.ts'
import { scanBlocks, scanMatches } from './search/scan.ts'
import {
  clearRow,
  createSearchBlock,
  foldWaiting,
  putDetail,
  putRow,
  ROWS,
  type SearchBlock
} from './search/search-block.ts'
import { queryTerms } from './search/text-fold.ts'

/**
 * Search as one types: every word of the query must be in the item, in any order, case and accents aside; in its title,
 * second line, tags, addresses, and (words of three letters or more) in its notes and open fields once those were added.
 */
export type SearchIndex = {
  put(id: string, texts: SearchTexts): void
  remove(id: string): void
  /** Notes and open fields of an item that was put; again to replace them. */
  addDetailText(id: string, text: string): void
  /**
   * All items that match and that `accept` lets through. The best first: the title itself, a title that begins so, a
   * word of the title, elsewhere in it, the second line, tags and addresses, notes and open fields.
   * As long as the same function is passed, it is asked about an item once, and again when the item is put anew.
   */
  find(query: string, accept?: Accept): readonly SearchHit[]
  /** How many `find` gives, and those from `from` on, `count` at most: what a window of a long list needs. */
  findWindow(query: string, from: number, count: number, accept?: Accept): SearchWindow
  /** Gets some of what was put ready, which the first search would otherwise do. Whether more is waiting. */
  prepare(): boolean
}

export type SearchWindow = { readonly total: number; readonly hits: readonly SearchHit[] }

export type SearchTexts = {
  readonly title: string
  readonly subtitle: string
  readonly tags: readonly string[]
  readonly urls: readonly string[]
}

/** `titleHits` and `subtitleHits` are half-open ranges of UTF-16 indices of the texts as they were put. */
export type SearchHit = {
  readonly id: string
  readonly titleHits: readonly Range[]
  readonly subtitleHits: readonly Range[]
}

/** The last search: scrolling asks for it again, typing on narrows it. */
type Last = {
  readonly terms: readonly string[]
  readonly matches: Matches
  ordered: { by: Accept; rows: Uint32Array } | null
}

const EVERY: Accept = () => true

/** Past this share of all items, searching everything at once is cheaper than asking each row of the last result. */
const NARROW = 1 / 8

export function createSearchIndex(): SearchIndex {
  const blocks: SearchBlock[] = []
  const places = new Map<string, number>()
  const free: number[] = []
  const blockOf = (row: number): SearchBlock => (blocks[Math.floor(row / ROWS)] ??= createSearchBlock())
  const acceptance = createAcceptance((row) => blockOf(row).ids[row % ROWS] ?? '')
  let used = 0
  let hasDetails = false
  let last: Last | null = null

  function search(terms: readonly string[]): Last {
    if (last !== null && isSame(last.terms, terms)) return last
    const few = last !== null && last.matches.length < places.size * NARROW
    const narrow = few && last !== null && extendsTerms(last.terms, terms, hasDetails)
    const matches = narrow && last !== null ? scanMatches(blocks, terms, last.matches) : scanBlocks(blocks, terms)
    last = { terms, matches, ordered: null }
    return last
  }

  function ordered(terms: readonly string[], accept: Accept): Uint32Array {
    if (terms.length === 0) return new Uint32Array()
    const found = search(terms)
    if (found.ordered?.by === accept) return found.ordered.rows
    const matches = accept === EVERY ? found.matches : onlyAccepted(found.matches, acceptance.by(accept))
    const rows = bestFirst(matches, (row) => blockOf(row).titles[row % ROWS] ?? '')
    found.ordered = { by: accept, rows }
    return rows
  }

  function changed(row: number): SearchBlock {
    last = null
    acceptance.forget(row)
    return blockOf(row)
  }

  function findWindow(query: string, from: number, count: number, accept: Accept = EVERY): SearchWindow {
    const terms = queryTerms(query)
    const rows = ordered(terms, accept)
    const hits = Array.from(rows.subarray(from, from + count), (row) => new Hit(blockOf(row), row % ROWS, terms))
    return { total: rows.length, hits }
  }

  return {
    put(id, texts) {
      const row = places.get(id) ?? free.pop() ?? used++
      places.set(id, row)
      putRow(changed(row), row % ROWS, id, texts)
    },
    remove(id) {
      const row = places.get(id)
      if (row === undefined) return
      places.delete(id)
      free.push(row)
      clearRow(changed(row), row % ROWS)
    },
    addDetailText(id, text) {
      const row = places.get(id)
      if (row === undefined) return
      hasDetails ||= text !== ''
      putDetail(changed(row), row % ROWS, text)
    },
    find: (query, accept) => findWindow(query, 0, places.size, accept).hits,
    findWindow,
    prepare() {
      const waiting = blocks.filter((block) => block.waiting.size > 0)
      if (waiting[0] !== undefined) foldWaiting(waiting[0])
      return waiting.length > 1
    }
  }
}

/** Of a hundred thousand hits some fifty are drawn: the others are never asked for their places. */
class Hit implements SearchHit {
  readonly id: string
  readonly #title: string
  readonly #subtitle: string
  readonly #terms: readonly string[]

  constructor(block: SearchBlock, row: number, terms: readonly string[]) {
    this.id = block.ids[row] ?? ''
    this.#title = block.titles[row] ?? ''
    this.#subtitle = block.subtitles[row] ?? ''
    this.#terms = terms
  }

  get titleHits(): readonly Range[] {
    return highlights(this.#title, this.#terms)
  }

  get subtitleHits(): readonly Range[] {
    return highlights(this.#subtitle, this.#terms)
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((term, index) => term === b[index])
}

/**
 * Whether what has all of the new terms had all of the old ones: each old one is part of a new one. Not when a term
 * grew long enough to be looked for in details: then there may be more than before.
 */
function extendsTerms(before: readonly string[], after: readonly string[], hasDetails: boolean): boolean {
  const grew = (term: string) => after.some((next) => next.includes(term) && !isNewToDetails(term, next, hasDetails))
  return before.every(grew)
}

function isNewToDetails(before: string, after: string, hasDetails: boolean): boolean {
  return hasDetails && before.length < LEAST_OF_DETAIL && after.length >= LEAST_OF_DETAIL
}
