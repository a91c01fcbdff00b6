import type { ItemSummary } from '../../../shared/list-views.ts'
import { PAGE_ROWS } from '../../session/first-list.ts'

/** How far from what is drawn a page may be before it is let go. */
const KEPT_PAGES = 6

export type Pages = ReadonlyMap<number, readonly ItemSummary[]>
export type Drawn = { readonly first: number; readonly last: number }

export function pagesOf({ first, last }: Drawn): readonly number[] {
  const from = Math.floor(first / PAGE_ROWS)
  const to = Math.floor(last / PAGE_ROWS)
  return Array.from({ length: to - from + 1 }, (_, place) => from + place)
}

export const rowAt = (pages: Pages, index: number): ItemSummary | undefined =>
  pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS]

export function dropFar(pages: Pages, { first, last }: Drawn): Pages {
  const from = Math.floor(first / PAGE_ROWS) - KEPT_PAGES
  const to = Math.floor(last / PAGE_ROWS) + KEPT_PAGES
  return new Map([...pages].filter(([page]) => page >= from && page <= to))
}
