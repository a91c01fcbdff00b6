import type { LeadReader } from '../../core/vault/lead-reader.ts'
import type { ListFilter } from '../../shared/views.ts'
import { filterBy } from './list-filter.ts'
import { placeOf, type SortKeys } from './sort-keys.ts'

/**
 * The first `count` items in the order of their titles and how many there are, in one pass and without ordering the
 * others: nobody who unlocks a vault waits for the order of what is far below the window.
 */
export function firstTitles(
  lead: LeadReader,
  keys: SortKeys,
  filter: ListFilter,
  count: number
): { readonly total: number; readonly first: readonly number[] } {
  const first: number[] = []
  let total = 0
  let end = ''
  eachTitle(lead, filter, (number, title) => {
    total += 1
    if (first.length === count && isSurelyBehind(title, end)) return
    first.splice(placeOf(first, number, keys), 0, number)
    if (first.length > count) first.length = count
    end = String(keys.of(first.at(-1) ?? number))
  })
  return { total, first }
}

function eachTitle(lead: LeadReader, filter: ListFilter, visit: (number: number, title: string) => void): void {
  if (filter.of === 'all') return lead.eachShown(visit)
  const isListed = filterBy(lead, filter)
  for (let number = 0; number < lead.count; number++) if (isListed(number)) visit(number, lead.title(number))
}

/** Whether plain letters alone already tell that the title comes behind the key; without making a key of it. */
function isSurelyBehind(title: string, key: string): boolean {
  const length = Math.min(title.length, key.length)
  for (let at = 0; at < length; at++) {
    const [a, b] = [lowerLetter(title.charCodeAt(at)), lowerLetter(key.charCodeAt(at))]
    if (a === 0 || b === 0) return false
    if (a !== b) return a > b
  }
  return false
}

/** 0 for anything but letters of ASCII and spaces, which a key may hold in another form. */
function lowerLetter(code: number): number {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a ? lower : code === 0x20 ? code : 0
}
