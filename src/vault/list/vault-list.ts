import type { FoldedVault } from '../../core/vault/fold.ts'
import type { ListProperties } from '../../core/vault/list-properties.ts'
import { createSearchIndex, type SearchHit } from '../../core/vault/search.ts'
import type { ListPage, ListQuery, SidebarCounts } from '../../shared/views.ts'
import { itemSummary } from '../item/item-view.ts'
import { countEntries } from './list-counts.ts'
import { type ListEntry, listEntry, matches } from './list-entry.ts'
import { createListOrder } from './list-order.ts'

/** The list of an open vault: ordered, filtered, counted and searched; kept right by telling it what a save touched. */
export type VaultList = {
  readonly page: (query: ListQuery) => ListPage
  readonly counts: () => SidebarCounts
  /** Items that a save touched: put anew, moved, or gone. */
  readonly update: (ids: Iterable<string>) => void
  /** Notes and open fields of an item, which join the search once its details have been read. */
  readonly addDetailText: (id: string, text: string) => void
}

export function createVaultList(folded: FoldedVault): VaultList {
  const entries = new Map<string, ListEntry>()
  const search = createSearchIndex()
  const order = createListOrder(entries)

  function read(id: string): ListEntry | null {
    const list = folded.list(id)
    if (list === undefined || list.purged) return null
    search.put(id, { title: list.title, subtitle: list.subtitle, tags: list.tags, urls: list.urls })
    return listEntry(list)
  }

  for (const id of folded.ids()) {
    const entry = read(id)
    if (entry !== null) entries.set(id, entry)
  }

  function hitsOf({ text, filter }: ListQuery): readonly SearchHit[] {
    return search.find(text, (id) => {
      const entry = entries.get(id)
      return entry !== undefined && matches(entry, filter)
    })
  }

  return {
    page(query) {
      const hits = query.text.trim() === '' ? null : hitsOf(query)
      const ids = hits === null ? order.ids(query.filter, query.sort, query.descending) : hits.map((hit) => hit.id)
      const window = ids.slice(query.from, query.from + query.count)
      const rows = window.flatMap((id, index) => {
        const list = folded.list(id)
        return list === undefined ? [] : [summary(list, hits?.[query.from + index])]
      })
      return { total: ids.length, from: query.from, rows }
    },
    counts: () => countEntries(entries.values()),
    update(ids) {
      const before: ListEntry[] = []
      const after: ListEntry[] = []
      for (const id of new Set(ids)) {
        const known = entries.get(id)
        const entry = read(id)
        if (known !== undefined) before.push(known)
        if (entry === null) {
          entries.delete(id)
          search.remove(id)
        } else {
          entries.set(id, entry)
          after.push(entry)
        }
      }
      order.changed(before, after)
    },
    addDetailText: (id, text) => search.addDetailText(id, text)
  }
}

function summary(list: ListProperties, hit: SearchHit | undefined) {
  if (hit === undefined) return itemSummary(list)
  const titleHits = hit.titleHits.map(([from, to]): [number, number] => [from, to])
  const subtitleHits = hit.subtitleHits.map(([from, to]): [number, number] => [from, to])
  return itemSummary(list, { titleHits, subtitleHits })
}
