import { type Accept, createAcceptance, type Key } from './search/acceptance.ts'
import { Hit, type SearchHit as Found } from './search/hit.ts'
import { isSameSearch, type LastSearch, narrows } from './search/last-search.ts'
import { bestFirst, onlyAccepted } from './search/order.ts'
import { createRows } from './search/rows.ts'
import { scanBlocks, scanMatches } from './search/scan.ts'
import { clearRow, foldWaiting, putDetail, putRow, ROWS, type SearchBlock } from './search/search-block.ts'
import { queryTerms } from './search/text-fold.ts'

/**
 * Search as one types: every word of the query must be in the item, in any order, case and accents aside; in its title,
 * second line, tags, addresses, and (words of three letters or more) in its notes and open fields once those were added.
 */
export type SearchIndex<Id extends Key = string> = {
  put(id: Id, texts: SearchTexts): void
  remove(id: Id): void
  /** Notes and open fields of an item that was put; again to replace them. */
  addDetailText(id: Id, text: string): void
  /**
   * All items that match and that `accept` lets through. The best first: the title itself, a title that begins so, a
   * word of the title, elsewhere in it, the second line, tags and addresses, notes and open fields.
   * As long as the same function is passed, it is asked about an item once, and again when the item is put anew.
   */
  find(query: string, accept?: Accept<Id>): readonly SearchHit<Id>[]
  /** How many `find` gives, and those from `from` on, `count` at most: what a window of a long list needs. */
  findWindow(query: string, from: number, count: number, accept?: Accept<Id>): SearchWindow<Id>
  /** Gets some of what was put ready, which the first search would otherwise do. Whether more is waiting. */
  prepare(): boolean
}

export type SearchTexts = {
  readonly title: string
  readonly subtitle: string
  readonly tags: readonly string[]
  readonly urls: readonly string[]
}

export type SearchHit<Id extends Key = string> = Found<Id>
export type SearchWindow<Id extends Key = string> = {
  readonly total: number
  readonly hits: readonly SearchHit<Id>[]
}

const EVERY: Accept = () => true

export function createSearchIndex<Id extends Key = string>(): SearchIndex<Id> {
  // What was put comes back: the index makes no ids of its own.
  return createIndex() as unknown as SearchIndex<Id>
}

function createIndex(): SearchIndex<Key> {
  const rows = createRows()
  const acceptance = createAcceptance((row) => rows.blockOf(row).ids[row % ROWS] ?? '')
  let hasDetails = false
  let last: LastSearch | null = null

  function search(terms: readonly string[]): LastSearch {
    if (last !== null && isSameSearch(last, terms)) return last
    const among = last !== null && narrows(last, terms, rows.size(), hasDetails) ? last.matches : null
    const matches = among === null ? scanBlocks(rows.blocks, terms) : scanMatches(rows.blocks, terms, among)
    last = { terms, matches, ordered: null }
    return last
  }

  function ordered(terms: readonly string[], by: Accept): Uint32Array {
    const found = search(terms)
    if (found.ordered?.by === by) return found.ordered.rows
    const matches = by === EVERY ? found.matches : onlyAccepted(found.matches, acceptance.by(by))
    found.ordered = { by, rows: bestFirst(matches, (row) => rows.blockOf(row).titles[row % ROWS] ?? '') }
    return found.ordered.rows
  }

  function findWindow(query: string, from: number, count: number, accept: Accept = EVERY): SearchWindow<Key> {
    const terms = queryTerms(query)
    const found = terms.length === 0 ? new Uint32Array() : ordered(terms, accept)
    const window = found.subarray(from, from + count)
    return { total: found.length, hits: Array.from(window, (row) => new Hit(rows.blockOf(row), row, terms)) }
  }

  function changed(row: number): SearchBlock {
    last = null
    acceptance.forget(row)
    return rows.blockOf(row)
  }

  return {
    put(id, texts) {
      const row = rows.take(id)
      putRow(changed(row), row % ROWS, id, texts)
    },
    remove(id) {
      const row = rows.find(id)
      if (row === undefined) return
      rows.release(id, row)
      clearRow(changed(row), row % ROWS)
    },
    addDetailText(id, text) {
      const row = rows.find(id)
      if (row === undefined) return
      hasDetails ||= text !== ''
      putDetail(changed(row), row % ROWS, text)
    },
    find: (query, accept) => findWindow(query, 0, rows.size(), accept).hits,
    findWindow,
    prepare() {
      const waiting = rows.blocks.filter((block) => block.waiting.size > 0)
      if (waiting[0] !== undefined) foldWaiting(waiting[0])
      return waiting.length > 1
    }
  }
}
