import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { JournalEntry, JournalFilter } from '../../../shared/journal-views.ts'
import { call } from '../../api.ts'

/** Somewhat more than a tall window draws. */
const PAGE = 60

export type JournalRows = {
  /** Null until it is known. */
  readonly total: number | null
  rowAt(index: number): JournalEntry | undefined
  /** Tells which rows are drawn: what is missing of them is fetched. */
  show(first: number, last: number): void
}

type Shown = {
  readonly key: string
  readonly total: number
  readonly pages: ReadonlyMap<number, readonly JournalEntry[]>
}

/** The journal as the page sees it: the rows that were drawn so far, fetched in pages. */
export function useJournalRows(filter: JournalFilter, version: number, onError: (error: unknown) => void): JournalRows {
  const key = JSON.stringify(filter)
  const [shown, setShown] = useState<Shown | null>(null)
  const asked = useRef(new Set<string>())

  const fetchPage = useCallback(
    (page: number) => {
      const name = `${key} ${version} ${page}`
      if (asked.current.has(name)) return
      asked.current.add(name)
      const keep = ({ total, rows }: { readonly total: number; readonly rows: readonly JournalEntry[] }) =>
        setShown((before) => {
          if (!asked.current.has(name)) return before
          const known = page > 0 && before?.key === `${key} ${version}` ? before.pages : new Map()
          return { key: `${key} ${version}`, total, pages: new Map([...known, [page, rows]]) }
        })
      call('journal.query', { filter: JSON.parse(key) as JournalFilter, from: page * PAGE, count: PAGE }).then(
        keep,
        onError
      )
    },
    [key, version, onError]
  )

  useEffect(() => {
    asked.current = new Set()
    fetchPage(0)
  }, [fetchPage])

  return useMemo(
    () => ({
      total: shown?.total ?? null,
      rowAt: (index) => shown?.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
      show(first, last) {
        for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page++) fetchPage(page)
      }
    }),
    [shown, fetchPage]
  )
}
