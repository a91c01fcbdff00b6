import type { FoldedVault } from '../../core/vault/fold.ts'
import { createSearchIndex, type SearchWindow } from '../../core/vault/search.ts'
import type { ListFilter } from '../../shared/list-views.ts'
import { filterBy, type IsListed } from './list-filter.ts'

/** Items made ready for searching in one step of preparing: some milliseconds. */
const STEP = 512

/** The search over an open vault. What it searches is read and folded when it is first needed, or while nobody waits. */
export type ListSearch = {
  readonly window: (text: string, filter: ListFilter, from: number, count: number) => SearchWindow<number>
  /** Items that a save touched, by number. */
  readonly changed: (numbers: readonly number[]) => void
  readonly addDetailText: (number: number, text: string) => void
  /** Does some of what the first search would do. Whether more is to be done. */
  readonly prepare: () => boolean
}

export function createListSearch(folded: FoldedVault): ListSearch {
  const { lead } = folded
  const index = createSearchIndex<number>()
  /** Items below this number are in the index. */
  let known = 0
  let last: { readonly key: string; readonly accept: IsListed } | null = null

  function put(number: number): void {
    if (lead.isPurged(number)) index.remove(number)
    else index.put(number, folded.searchTexts(number))
  }

  function read(end: number): void {
    for (; known < Math.min(end, lead.count); known++) put(known)
  }

  /** The same function for the same filter: the index remembers what it said of each item. */
  function acceptBy(filter: ListFilter): IsListed {
    const key = JSON.stringify(filter)
    if (last?.key !== key) last = { key, accept: filterBy(lead, filter) }
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
    addDetailText(number, text) {
      read(number + 1)
      index.addDetailText(number, text)
    },
    prepare() {
      read(known + STEP)
      return index.prepare() || known < lead.count
    }
  }
}
