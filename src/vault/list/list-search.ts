import type { FoldedVault } from '../../core/vault/fold.ts'
import { createSearchIndex, type SearchWindow } from '../../core/vault/search.ts'
import type { ListFilter } from '../../shared/views.ts'
import { filterBy } from './list-filter.ts'

/** Items made ready for searching in one step of preparing: some milliseconds. */
const STEP = 512

/** The search over an open vault. What it searches is read and folded when it is first needed, or while nobody waits. */
export type ListSearch = {
  readonly window: (text: string, filter: ListFilter, from: number, count: number) => SearchWindow
  /** Items that a save touched, by number. */
  readonly changed: (numbers: readonly number[]) => void
  readonly addDetailText: (id: string, text: string) => void
  /** Does some of what the first search would do. Whether more is to be done. */
  readonly prepare: () => boolean
}

export function createListSearch(folded: FoldedVault): ListSearch {
  const { lead } = folded
  const index = createSearchIndex()
  /** Items below this number are in the index. */
  let known = 0
  let last: { readonly key: string; readonly accept: (id: string) => boolean } | null = null

  function put(number: number): void {
    const id = lead.idOf(number)
    const list = lead.isPurged(number) ? undefined : folded.list(id)
    if (list === undefined) index.remove(id)
    else index.put(id, { title: list.title, subtitle: list.subtitle, tags: list.tags, urls: list.urls })
  }

  function read(end: number): void {
    for (; known < Math.min(end, lead.count); known++) put(known)
  }

  /** The same function for the same filter: the index remembers what it said of each item. */
  function acceptBy(filter: ListFilter): (id: string) => boolean {
    const key = JSON.stringify(filter)
    if (last?.key === key) return last.accept
    const isListed = filterBy(lead, filter)
    last = { key, accept: (id) => isListed(lead.numberOf(id)) }
    return last.accept
  }

  return {
    window(text, filter, from, count) {
      read(lead.count)
      return index.findWindow(text, from, count, acceptBy(filter))
    },
    changed(numbers) {
      for (const number of numbers) if (number < known) put(number)
    },
    addDetailText(id, text) {
      read(lead.numberOf(id) + 1)
      index.addDetailText(id, text)
    },
    prepare() {
      read(known + STEP)
      return index.prepare() || known < lead.count
    }
  }
}
