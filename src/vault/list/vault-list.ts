import type { FoldedVault } from '../../core/vault/fold.ts'
import type { ListPage, ListQuery, SidebarCounts } from '../../shared/list-views.ts'
import { itemSummary } from '../item/item-view.ts'
import { openText } from '../item/search-text.ts'
import { foundRow } from './found-row.ts'
import { type Counting, startCounting } from './list-counts.ts'
import { createListOrder } from './list-order.ts'
import { createListSearch } from './list-search.ts'

/** The list of an open vault: ordered, filtered, counted and searched; kept right by telling it what a save touched. */
export type VaultList = {
  /** VAULT_DAMAGED { offset } when what a row shows was still sealed and does not authenticate. */
  readonly page: (query: ListQuery) => ListPage
  readonly counts: () => SidebarCounts
  /** A few milliseconds of the counting. Whether there is more of it. */
  readonly countSome: () => boolean
  /**
   * Items that a save touched: put anew, moved, or gone. Seen to when something is asked next, since nobody who saves
   * waits for the list, and a command that adds one item never asks for it.
   */
  readonly update: (ids: Iterable<string>) => void
  /** Notes and open fields of an item, which join the search once its details have been read. */
  readonly addDetailText: (id: string, text: string) => void
  /**
   * Some milliseconds of the work that the first search and scrolling would otherwise do; for when nobody waits. Whether
   * there is more of it. VAULT_DAMAGED { offset }.
   */
  readonly prepare: () => boolean
  /** The part of it that a search needs. */
  readonly prepareSearch: () => boolean
}

export function createVaultList(folded: FoldedVault): VaultList {
  const { lead } = folded
  const order = createListOrder(lead)
  const search = createListSearch(folded)
  let counting: Counting | null = null
  let counted: SidebarCounts | null = null
  const touched = new Set<string>()

  function catchUp(): void {
    if (touched.size === 0) return
    const ids = [...touched]
    touched.clear()
    const numbers = ids.map(lead.numberOf).filter((number) => number !== -1)
    order.changed(numbers)
    search.changed(numbers)
    for (const id of ids) if (isOpen(folded, id)) search.addDetailText(lead.numberOf(id), openText(folded, id))
  }

  function found({ text, filter, from, count }: ListQuery): ListPage {
    const { total, hits } = search.window(text, filter, from, count)
    return { total, from, rows: hits.map((hit) => foundRow(folded, hit)) }
  }

  return {
    page(query) {
      catchUp()
      if (query.text.trim() !== '') return found(query)
      const { total, numbers } = order.window(query, query.from, query.count)
      return { total, from: query.from, rows: numbers.map((number) => itemSummary(folded.listNumber(number))) }
    },
    counts: () => (counted ??= (counting ??= startCounting(lead)).finish()),
    countSome: () => counted === null && (counting ??= startCounting(lead)).step(),
    update(ids) {
      counting = null
      counted = null
      for (const id of ids) touched.add(id)
    },
    addDetailText(id, text) {
      catchUp()
      search.addDetailText(lead.numberOf(id), text)
    },
    // Who unlocks a vault looks for something: typing comes before scrolling.
    prepare() {
      catchUp()
      return search.prepare() || order.prepare()
    },
    prepareSearch() {
      catchUp()
      return search.prepare()
    }
  }
}

/** Whether notes and open fields of the item are in memory. */
const isOpen = (folded: FoldedVault, id: string): boolean => folded.has(id) && folded.sealedGroups(id).length === 0
