import type { ListFilter, ListSort } from '../../shared/views.ts'
import { compareBy, type ListEntry, matches } from './list-entry.ts'

/** Past this many changed items at once, sorting again is cheaper than moving each into its place. */
const FEW = 64

/**
 * The entries in the order that was asked last, filtered as asked last: scrolling and typing ask for the same again and
 * again. A save moves one entry instead of sorting 100,000.
 */
export type ListOrder = {
  readonly ids: (filter: ListFilter, sort: ListSort, descending: boolean) => readonly string[]
  /** Tells which entries were put or removed; `before` are the old ones. */
  readonly changed: (before: readonly ListEntry[], after: readonly ListEntry[]) => void
}

export function createListOrder(entries: ReadonlyMap<string, ListEntry>): ListOrder {
  const sorted = new Map<ListSort, ListEntry[]>()
  let last: { key: string; ids: readonly string[] } | null = null

  const inOrder = (sort: ListSort): ListEntry[] => {
    const known = sorted.get(sort)
    if (known !== undefined) return known
    const fresh = [...entries.values()].sort(compareBy(sort))
    sorted.set(sort, fresh)
    return fresh
  }

  return {
    ids(filter, sort, descending) {
      // What is due soon changes with the day, not only with the items.
      const day = filter.of === 'due' ? Math.floor(Date.now() / 86_400_000) : 0
      const key = JSON.stringify([filter, sort, descending, day])
      if (last?.key === key) return last.ids
      const ids: string[] = []
      for (const entry of inOrder(sort)) if (matches(entry, filter)) ids.push(entry.id)
      if (descending) ids.reverse()
      last = { key, ids }
      return ids
    },
    changed(before, after) {
      last = null
      if (before.length + after.length > FEW) return sorted.clear()
      for (const [sort, list] of sorted) {
        for (const entry of before) remove(list, entry, compareBy(sort))
        for (const entry of after) insert(list, entry, compareBy(sort))
      }
    }
  }
}

function remove(list: ListEntry[], entry: ListEntry, compare: (a: ListEntry, b: ListEntry) => number): void {
  const at = place(list, entry, compare)
  if (list[at]?.id === entry.id) list.splice(at, 1)
}

function insert(list: ListEntry[], entry: ListEntry, compare: (a: ListEntry, b: ListEntry) => number): void {
  list.splice(place(list, entry, compare), 0, entry)
}

/** The first index whose entry does not come before. */
function place(list: readonly ListEntry[], entry: ListEntry, compare: (a: ListEntry, b: ListEntry) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = list[middle]
    if (there !== undefined && compare(there, entry) < 0) low = middle + 1
    else high = middle
  }
  return low
}
