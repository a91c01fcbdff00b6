import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ItemSummary, ListPage } from '../../../shared/list-views.ts'
import { call } from '../../api.ts'
import { type FirstList, keyOfAsk, type ListAsk, PAGE_ROWS, type WaitingList } from '../../session/first-list.ts'
import { dropFar, type Pages, pagesOf, rowAt } from './list-pages.ts'

export type ListWindow = {
  readonly total: number | null
  /** False while rows of an older query are still shown. */
  readonly settled: boolean
  rowAt(index: number): ItemSummary | undefined
  /** The row, fetched when it is not at hand. */
  fetchRow(index: number): Promise<ItemSummary | undefined>
  indexOf(id: string): number | null
  /** Tells which rows are drawn; the pages around them are fetched, those far away are let go. */
  show(first: number, last: number): void
}

type Shown = { readonly key: string; readonly total: number; readonly pages: Pages }

/**
 * The list as the page sees it: a few pages of rows around what is drawn, never all of it. `given` came with the vault:
 * it is drawn at once, and holds until something changes.
 */
export function useListWindow(
  ask: ListAsk,
  version: number,
  fail: (error: unknown) => void,
  given: WaitingList
): ListWindow {
  const key = keyOfAsk(ask)
  const [shown, setShown] = useState<Shown | null>(() => (version === 0 ? shownFirst(key, given.read()) : null))
  const drawn = useRef({ first: 0, last: 0 })
  const asked = useRef(shown === null ? '' : `${key} ${version}`)
  const current = useRef(ask)
  current.current = ask
  const onTheWay = useRef(new Map<string, Promise<ListPage>>())
  useEffect(() => given.drop(), [given])

  const fetchPages = useCallback(
    async (pages: readonly number[], fresh: boolean): Promise<Pages> => {
      const name = asked.current
      const answers = await Promise.all(
        pages.map((page) => once(onTheWay.current, `${name} ${page}`, () => fetchPage(current.current, page)))
      )
      if (asked.current !== name) return new Map()
      const got: Pages = new Map(answers.map(({ from, rows }) => [from / PAGE_ROWS, rows]))
      setShown((before) => ({
        key,
        total: answers[0]?.total ?? 0,
        pages: fresh || before?.key !== key ? got : dropFar(new Map([...before.pages, ...got]), drawn.current)
      }))
      return got
    },
    [key]
  )

  useEffect(() => {
    if (asked.current === `${key} ${version}`) return
    const sameQuery = asked.current.startsWith(`${key} `)
    asked.current = `${key} ${version}`
    if (!sameQuery) drawn.current = { first: 0, last: 0 }
    fetchPages(pagesOf(drawn.current), true).catch(fail)
  }, [key, version, fetchPages, fail])

  return useMemo(() => {
    const settled = shown?.key === key
    const pages: Pages = shown?.pages ?? new Map()
    return {
      total: shown?.total ?? null,
      settled,
      rowAt: (index) => rowAt(pages, index),
      fetchRow: async (index) => {
        const at = Math.floor(index / PAGE_ROWS)
        // The list is about to scroll there: its page must not be let go for being far away.
        drawn.current = { first: index, last: index }
        return rowAt(pages, index) ?? (await fetchPages([at], false)).get(at)?.[index % PAGE_ROWS]
      },
      indexOf: (id) => indexOf(pages, id),
      show: (first, last) => {
        drawn.current = { first, last }
        const missing = pagesOf({ first, last }).filter((page) => !pages.has(page))
        if (settled && missing.length > 0) fetchPages(missing, false).catch(fail)
      }
    }
  }, [shown, key, fetchPages, fail])
}

/** What was asked for before unlocking may be another list than this one: the person changed the order meanwhile. */
function shownFirst(key: string, given: FirstList | null): Shown | null {
  if (given === null || keyOfAsk(given.ask) !== key) return null
  return { key, total: given.page.total, pages: new Map([[0, given.page.rows]]) }
}

const fetchPage = (ask: ListAsk, page: number) =>
  call('list.query', { ...ask, from: page * PAGE_ROWS, count: PAGE_ROWS })

/** Scrolling asks for the same page again and again before it is there. */
function once<Value>(onTheWay: Map<string, Promise<Value>>, name: string, fetch: () => Promise<Value>): Promise<Value> {
  const known = onTheWay.get(name)
  if (known !== undefined) return known
  const coming = fetch().finally(() => onTheWay.delete(name))
  onTheWay.set(name, coming)
  return coming
}

function indexOf(pages: Pages, id: string): number | null {
  for (const [page, rows] of pages) {
    const place = rows.findIndex((row) => row.id === id)
    if (place >= 0) return page * PAGE_ROWS + place
  }
  return null
}
