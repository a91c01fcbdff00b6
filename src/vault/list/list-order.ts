import type { LeadReader } from '../../core/vault/lead-reader.ts'
import type { ListFilter, ListSort } from '../../shared/list-views.ts'
import { firstTitles } from './first-titles.ts'
import { filterBy } from './list-filter.ts'
import { createSortKeys, placeOf, type SortKeys } from './sort-keys.ts'
import { type Sorting, startSorting } from './sorting.ts'

/** Past this many changed items at once, sorting again is cheaper than moving each into its place. */
const FEW = 64
/** Windows that end before this place need no order of the whole list. */
const FIRST = 200

/**
 * The items in the order that was asked last, filtered as asked last: scrolling and typing ask for the same again and
 * again. A save moves one item instead of sorting 100,000; opening a vault sorts none but the first.
 */
export type ListOrder = {
  readonly window: (order: ListQueryOrder, from: number, count: number) => OrderedWindow
  /** Items that a save touched, by number. */
  readonly changed: (numbers: readonly number[]) => void
  /** Does some of what scrolling will need. Whether more is to be done. */
  readonly prepare: () => boolean
}

export type ListQueryOrder = { readonly filter: ListFilter; readonly sort: ListSort; readonly descending: boolean }
export type OrderedWindow = { readonly total: number; readonly numbers: readonly number[] }

type Sorted = { readonly keys: SortKeys; sorting: Sorting | null; numbers: number[] | null }

export function createListOrder(lead: LeadReader): ListOrder {
  const sorts = new Map<ListSort, Sorted>()
  let last: { key: string; numbers: readonly number[] } | null = null

  function sorted(sort: ListSort): Sorted {
    const known = sorts.get(sort) ?? { keys: createSortKeys(lead, sort), sorting: null, numbers: null }
    sorts.set(sort, known)
    return known
  }

  function sortingOf(known: Sorted): Sorting {
    known.sorting ??= startSorting(present(lead), known.keys)
    return known.sorting
  }

  function inOrder(sort: ListSort): readonly number[] {
    const known = sorted(sort)
    known.numbers ??= sortingOf(known).finish()
    known.sorting = null
    return known.numbers
  }

  function all({ filter, sort, descending }: ListQueryOrder): readonly number[] {
    // What is due soon changes with the day, not only with the items.
    const day = filter.of === 'due' ? Math.floor(Date.now() / 86_400_000) : 0
    const key = JSON.stringify([filter, sort, descending, day])
    if (last?.key === key) return last.numbers
    const numbers = inOrder(sort).filter(filterBy(lead, filter))
    if (descending) numbers.reverse()
    last = { key, numbers }
    return numbers
  }

  return {
    window(order, from, count) {
      const { keys, numbers } = sorted(order.sort)
      if (numbers === null && order.sort === 'title' && !order.descending && from + count <= FIRST) {
        const { total, first } = firstTitles(lead, keys, order.filter, from + count)
        return { total, numbers: first.slice(from) }
      }
      const listed = all(order)
      return { total: listed.length, numbers: listed.slice(from, from + count) }
    },
    changed(changed) {
      last = null
      for (const known of sorts.values()) move(lead, known, changed)
    },
    prepare() {
      const known = sorted('title')
      if (known.numbers !== null) return false
      const more = sortingOf(known).step()
      if (!more) inOrder('title')
      return more
    }
  }
}

function present(lead: LeadReader): number[] {
  const numbers: number[] = []
  for (let number = 0; number < lead.count; number++) if (!lead.isPurged(number)) numbers.push(number)
  return numbers
}

/** Takes the changed items out where they were and puts them where they belong now. */
function move(lead: LeadReader, sorted: Sorted, changed: readonly number[]): void {
  const { keys, numbers } = sorted
  if (numbers === null || changed.length > FEW) {
    sorted.numbers = null
    sorted.sorting = null
    for (const number of changed) keys.forget(number)
    return
  }
  for (const number of changed) moveOne(lead, numbers, keys, number)
}

/** A save of a password leaves the title alone: then nothing of a long list is moved. */
function moveOne(lead: LeadReader, numbers: number[], keys: SortKeys, number: number): void {
  const at = placeOf(numbers, number, keys)
  const wasListed = numbers[at] === number
  const before = keys.of(number)
  keys.forget(number)
  const isListed = !lead.isPurged(number)
  if (wasListed && isListed && keys.of(number) === before) return
  if (wasListed) numbers.splice(at, 1)
  if (isListed) numbers.splice(placeOf(numbers, number, keys), 0, number)
}
