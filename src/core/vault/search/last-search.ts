import type { Accept } from './acceptance.ts'
import type { Matches } from './matches.ts'
import { LEAST_OF_DETAIL } from './rank.ts'

/** What was found last, before and after filtering: scrolling asks for it again, typing on narrows it. */
export type LastSearch = {
  readonly terms: readonly string[]
  readonly matches: Matches
  ordered: { readonly by: Accept; readonly rows: Uint32Array } | null
}

/** Past this share of all items, searching everything at once is cheaper than asking each row of the last result. */
const NARROW = 1 / 8

export function isSameSearch(last: LastSearch, terms: readonly string[]): boolean {
  return last.terms.length === terms.length && last.terms.every((term, index) => term === terms[index])
}

/** Whether all that has these terms is among what was found last, and that is little enough to go through. */
export function narrows(last: LastSearch, terms: readonly string[], items: number, hasDetails: boolean): boolean {
  const isFew = last.matches.length < items * NARROW
  return isFew && last.terms.every((term) => terms.some((next) => extendsTerm(term, next, hasDetails)))
}

/** A term that grew long enough to be looked for in details may be in more items than before. */
function extendsTerm(term: string, next: string, hasDetails: boolean): boolean {
  const isNewToDetails = hasDetails && term.length < LEAST_OF_DETAIL && next.length >= LEAST_OF_DETAIL
  return next.includes(term) && !isNewToDetails
}
