import type { VisitTitle } from '../../core/vault/lead-values.ts'
import type { LeadReader } from '../../core/vault/lead-reader.ts'
import type { ListFilter } from '../../shared/list-views.ts'
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
  eachTitle(lead, filter, (number, text, from) => {
    total += 1
    if (first.length === count && isSurelyBehind(text, from, end)) return
    first.splice(placeOf(first, number, keys), 0, number)
    if (first.length > count) first.length = count
    end = String(keys.of(first.at(-1) ?? number))
  })
  return { total, first }
}

function eachTitle(lead: LeadReader, filter: ListFilter, visit: VisitTitle): void {
  if (filter.of === 'all') return lead.eachShown(visit)
  const isListed = filterBy(lead, filter)
  for (let number = 0; number < lead.count; number++) if (isListed(number)) visit(number, lead.title(number), 0)
}

/** Whether plain letters alone already tell that the title comes behind the key; without making a key of it. */
function isSurelyBehind(text: string, from: number, key: string): boolean {
  for (let at = 0; at < key.length; at++) {
    const title = lowerLetter(text.charCodeAt(from + at))
    const least = lowerLetter(key.charCodeAt(at))
    if (title === 0 || least === 0) return false
    if (title !== least) return title > least
  }
  return false
}

/** 0 for anything but letters of ASCII and spaces, which a key may hold in another form. */
function lowerLetter(code: number): number {
  const lower = code | 0x20
  return lower >= 0x61 && lower <= 0x7a ? lower : code === 0x20 ? code : 0
}
