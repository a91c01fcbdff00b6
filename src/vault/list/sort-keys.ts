import type { LeadReader } from '../../core/vault/lead-reader.ts'
import { titleKey } from '../../core/vault/title-order.ts'
import type { ListSort } from '../../shared/list-views.ts'

type Key = string | number

/** What items are ordered by under one sort: made when first asked for, and anew for those that changed. */
export type SortKeys = {
  readonly of: (number: number) => Key
  readonly compare: (a: number, b: number) => number
  readonly forget: (number: number) => void
}

export function createSortKeys(lead: LeadReader, sort: ListSort): SortKeys {
  const keys: (Key | undefined)[] = []
  const make = {
    title: (number: number) => titleKey(lead.title(number)),
    changed: lead.changedAt,
    created: lead.createdAt
  }[sort]
  const of = (number: number): Key => (keys[number] ??= make(number))
  return {
    of,
    compare: (a, b) => order(of(a), of(b)) || order(lead.idOf(a), lead.idOf(b)),
    forget: (number) => {
      if (number < keys.length) keys[number] = undefined
    }
  }
}

function order(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Where the item belongs among those that are in order: the first index whose item does not come before. */
export function placeOf(numbers: readonly number[], number: number, { compare }: SortKeys): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(numbers[middle] ?? 0, number) < 0) low = middle + 1
    else high = middle
  }
  return low
}
