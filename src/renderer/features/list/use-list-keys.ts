import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { ItemSummary } from '../../../shared/views.ts'
import { movedIndex, moveOfKey } from './list-cursor.ts'
import { rowId } from './row-id.ts'
import type { ListWindow } from './use-list-window.ts'

type ListKeys = {
  readonly list: ListWindow
  readonly selected: string | null
  readonly scroller: RefObject<HTMLDivElement | null>
  onSelect(row: ItemSummary, open: boolean): void
  onEnter(row: ItemSummary): void
  onEscape(): void
}

/** Keys of the search and of the list are the same; where the focus is, it stays. */
export function useListKeys({
  list,
  selected,
  scroller,
  onSelect,
  onEnter,
  onEscape
}: ListKeys): (event: KeyboardEvent) => void {
  const last = useRef<number | null>(null)
  const enter = useEnter(list, selected, onEnter)
  const at = selected === null ? null : list.indexOf(selected)
  if (at !== null) last.current = at
  return (event) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const typing = event.target instanceof HTMLInputElement
    const move = moveOfKey(event, pageRows(scroller.current), typing)
    if (move !== null) {
      event.preventDefault()
      const to = movedIndex(selected === null ? null : (at ?? last.current), move, list.total ?? 0)
      if (to !== null) void list.fetchRow(to).then((row) => row && select(row, typing))
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      enter()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onEscape()
    }
  }

  function select(row: ItemSummary, typing: boolean): void {
    onSelect(row, false)
    if (!typing) requestAnimationFrame(() => document.getElementById(rowId(row.id))?.focus())
  }
}

/** Enter that comes before its results waits for them: what it copies is what will be shown. */
function useEnter(list: ListWindow, selected: string | null, onEnter: (row: ItemSummary) => void): () => void {
  const waiting = useRef(false)
  const at = selected === null ? null : list.indexOf(selected)
  const row = list.settled && at !== null ? list.rowAt(at) : undefined
  useEffect(() => {
    if (!waiting.current || row === undefined) return
    waiting.current = false
    onEnter(row)
  }, [row, onEnter])
  return () => {
    if (row !== undefined) onEnter(row)
    else waiting.current = !list.settled
  }
}

const ROW_PX = 48

const pageRows = (scroller: HTMLDivElement | null): number =>
  Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / ROW_PX) - 1)
