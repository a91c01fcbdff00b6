import type { LeadReader } from '../../core/vault/lead-reader.ts'
import { DUE_SOON_DAYS, type ListFilter } from '../../shared/list-views.ts'

/** Whether an item, by its number, is in the list under this filter. */
export type IsListed = (number: number) => boolean

export function filterBy(lead: LeadReader, filter: ListFilter): IsListed {
  switch (filter.of) {
    case 'trash':
      return (number) => lead.isTrashed(number) && !lead.isPurged(number)
    case 'all':
      return shown(lead)
    case 'favorites':
      return both(shown(lead), lead.isFavorite)
    case 'due': {
      const soon = dueSoon(Date.now())
      return both(shown(lead), (number) => soon(lead.dueAt(number)))
    }
    case 'type':
      return both(shown(lead), (number) => lead.type(number) === filter.type)
    case 'tag':
      return both(shown(lead), (number) => lead.tags(number).some((tag) => isWithin(tag, filter.tag)))
  }
}

const SOON_MS = DUE_SOON_DAYS * 86_400_000

/** Past, or within DUE_SOON_DAYS of it. */
export const dueSoon =
  (now: number) =>
  (dueAt: number | null): boolean =>
    dueAt !== null && dueAt - now <= SOON_MS

const shown =
  (lead: LeadReader): IsListed =>
  (number) =>
    !lead.isPurged(number) && !lead.isTrashed(number)

const both =
  (first: IsListed, second: IsListed): IsListed =>
  (number) =>
    first(number) && second(number)

/** `Work/Code` is within `Work`. */
function isWithin(tag: string, outer: string): boolean {
  return tag === outer || (tag.startsWith(outer) && tag.charAt(outer.length) === '/')
}
