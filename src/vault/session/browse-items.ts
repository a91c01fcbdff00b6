import { setImmediate } from 'node:timers/promises'
import type { ItemDetail } from '../../shared/item-views.ts'
import type { ItemSummary, ListPage, ListQuery, SidebarCounts } from '../../shared/list-views.ts'
import { findItem } from '../item/find-item.ts'
import { itemDetail } from '../item/item-view.ts'
import { readDetails } from '../item/read-details.ts'
import { searchOnce, type SearchOnce } from '../list/search-once.ts'
import type { SessionContext } from './session-context.ts'

export type BrowseItems = {
  query(query: ListQuery): ListPage
  /** The rows that `query` with this text gives once notes have joined the search, without making all items ready for it. */
  searchOnce(search: SearchOnce): Promise<readonly ItemSummary[]>
  /** The same; what a search is the first to need is made in steps between which others are answered. */
  queryInSteps(query: ListQuery): Promise<ListPage>
  counts(): SidebarCounts
  /** The same, in steps between which others are answered. LOCKED when it was locked meanwhile. */
  countInSteps(): Promise<SidebarCounts>
  /** The item of an id, of the beginning of one, or of an exact title. ITEM_NOT_FOUND, BAD_REQUEST { matches }. */
  find(text: string): string
  item(id: string): Promise<ItemDetail>
}

export function browseItems(context: SessionContext): BrowseItems {
  const { opened } = context
  return {
    query: (query) => opened().list.page(query),
    searchOnce: async (search) => searchOnce(opened(), search),
    async queryInSteps(query) {
      if (query.text.trim() !== '') while (opened().list.prepareSearch()) await setImmediate()
      return opened().list.page(query)
    },
    counts: () => opened().list.counts(),
    async countInSteps() {
      // Whoever asked for rows in the same moment has them first.
      do await setImmediate()
      while (opened().list.countSome())
      return opened().list.counts()
    },
    find: (text) => findItem(opened().folded, text),
    item: (id) => readItem(context, id)
  }
}

export async function readItem({ opened }: SessionContext, id: string): Promise<ItemDetail> {
  await readDetails(opened(), [id])
  return itemDetail(opened().folded, id)
}
