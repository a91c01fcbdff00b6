import type { ItemSummary, ListFilter, ListPage, ListQuery, ListSort } from '../shared/list-views.ts'
import type { Session } from '../vault/session.ts'
import { type Answer, oneLine, table } from './output.ts'

const WINDOW = 500

/** The whole list, window by window, as the session hands it out. */
export function allRows(
  session: Session,
  query: { filter: ListFilter; text: string; sort: ListSort; descending: boolean; most?: number }
): readonly ItemSummary[] {
  const { most = Number.POSITIVE_INFINITY, ...rest } = query
  const rows: ItemSummary[] = []
  let page: ListPage
  do {
    const request: ListQuery = { ...rest, from: rows.length, count: Math.min(WINDOW, most - rows.length) }
    page = session.query(request)
    rows.push(...page.rows)
  } while (rows.length < page.total && rows.length < most && page.rows.length > 0)
  return rows
}

export function rowsAnswer(rows: readonly ItemSummary[]): Answer {
  return {
    json: rows.map(({ id, type, title, subtitle, favorite, trashed, changedAt }) => ({
      id,
      type,
      title,
      subtitle,
      favorite,
      trashed,
      changedAt
    })),
    text: table(rows.map((row) => [row.id.slice(0, 8), row.type, oneLine(row.title), oneLine(row.subtitle)]))
  }
}
