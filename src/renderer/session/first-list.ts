import type { ListPage, ListQuery } from '../../shared/list-views.ts'
import type { Settings } from '../../shared/settings.ts'

/** A page of the list: somewhat more than a tall window draws, since every row is checked twice and copied between three processes. */
export const PAGE_ROWS = 50

/** What a list shows, whichever part of it. */
export type ListAsk = Omit<ListQuery, 'from' | 'count'>

/** Rows that came with the unlocked vault, and what was asked for. */
export type FirstList = { readonly ask: ListAsk; readonly page: ListPage }

/** Rows that wait to be drawn. Whoever has drawn them drops them, so that nothing else holds what is in the vault. */
export type WaitingList = { readonly read: () => FirstList | null; readonly drop: () => void }

/** What the list shows when a vault opens. */
export const firstAsk = ({ sort, descending }: Pick<Settings, 'sort' | 'descending'>): ListAsk => ({
  filter: { of: 'all' },
  text: '',
  sort,
  descending
})

/** Asks that are the same have the same key. */
export const keyOfAsk = ({ filter, text, sort, descending }: ListAsk): string =>
  JSON.stringify({ filter, text, sort, descending })
