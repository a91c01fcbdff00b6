import * as v from 'valibot'
import { dueReason } from './item-views.ts'
import { count, text, time } from './limits.ts'
import { fieldId, itemId, itemType } from './ids.ts'

/** The list: which rows, in which order, and what a row says. A summary never holds a concealed value. */

/** Half-open ranges of UTF-16 indices that matched the search. */
const highlights = v.array(v.strictTuple([count, count]))

/** So many days ahead the list begins to tell. */
export const DUE_SOON_DAYS = 30

/** So many days the trash keeps what is in it; the vault empties it of what is older when it is opened. */
export const TRASH_DAYS = 30

export const itemSummary = v.strictObject({
  id: itemId,
  type: itemType,
  title: v.string(),
  subtitle: v.string(),
  favorite: v.boolean(),
  trashed: v.boolean(),
  /** Since when, of what is in the trash. */
  trashedAt: v.optional(time),
  /** What one-click copy can offer; ids of fields, never values. */
  usernameField: v.nullable(fieldId),
  passwordField: v.nullable(fieldId),
  codeField: v.nullable(fieldId),
  urlField: v.nullable(fieldId),
  /** What ends or is to be changed soonest. */
  due: v.optional(v.strictObject({ at: time, why: dueReason })),
  changedAt: time,
  titleHits: highlights,
  subtitleHits: highlights
})
export type ItemSummary = v.InferOutput<typeof itemSummary>

export const listFilter = v.variant('of', [
  v.strictObject({ of: v.literal('all') }),
  v.strictObject({ of: v.literal('favorites') }),
  v.strictObject({ of: v.literal('trash') }),
  /** Ended, to be changed, or within DUE_SOON_DAYS of it. */
  v.strictObject({ of: v.literal('due') }),
  v.strictObject({ of: v.literal('type'), type: itemType }),
  v.strictObject({ of: v.literal('tag'), tag: text(1024) })
])
export type ListFilter = v.InferOutput<typeof listFilter>

export const listSort = v.picklist(['title', 'changed', 'created'])
export type ListSort = v.InferOutput<typeof listSort>

export const listQuery = v.strictObject({
  filter: listFilter,
  text: text(1024),
  sort: listSort,
  descending: v.boolean(),
  from: count,
  count: v.pipe(count, v.maxValue(500))
})
export type ListQuery = v.InferOutput<typeof listQuery>

/** One window of the list: the page holds only the rows it draws. */
export const listPage = v.strictObject({ total: count, from: count, rows: v.array(itemSummary) })
export type ListPage = v.InferOutput<typeof listPage>

export const sidebarCounts = v.strictObject({
  all: count,
  favorites: count,
  trash: count,
  due: count,
  types: v.array(v.strictObject({ type: itemType, count })),
  tags: v.array(v.strictObject({ tag: v.string(), count }))
})
export type SidebarCounts = v.InferOutput<typeof sidebarCounts>
