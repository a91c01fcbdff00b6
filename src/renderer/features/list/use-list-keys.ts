import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { ItemSummary } from '../../../shared/list-views.ts'
import { type Move, movedIndex, moveOfKey } from './list-cursor.ts'
import type { Pick } from './marks.ts'
import { rowId } from './row-id.ts'
import type { ListWindow } from './use-list-window.ts'

type ListKeys = {
  readonly list: ListWindow
  readonly selected: string | null
  readonly scroller: RefObject<HTMLDivElement | null>
  onPick(row: ItemSummary, index: number, pick: Pick): void
  onAim(index: number, pick: Pick): void
  onAll(): void
  onEnter(row: ItemSummary): void
  onEscape(): void
}

/** Keys of the search and of the list are the same; where the focus is, it stays. */
export function useListKeys({
  list,
  selected,
  scroller,
  onPick,
  onAim,
  onAll,
  onEnter,
  onEscape
}: ListKeys): (event: KeyboardEvent) => void {
  const move = useMove(list, selected, { onPick, onAim })
  const enter = useEnter(list, selected, onEnter)
  return (event) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return
    const typing = event.target instanceof HTMLInputElement
    const step = moveOfKey(event, pageRows(scroller.current), typing)
    if (step !== null) move(step, { typing, pick: event.shiftKey ? 'range' : 'one' })
    else if (isAll(event)) onAll()
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) enter()
    else if (event.key === 'Escape') onEscape()
    else return
    event.preventDefault()
  }
}

/** In a search with words in it, Ctrl+A takes the words. */
const isAll = ({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && key.toLowerCase() === 'a' && !(target instanceof HTMLInputElement && target.value !== '')

type Picking = { readonly onPick: ListKeys['onPick']; readonly onAim: ListKeys['onAim'] }
type How = { readonly typing: boolean; readonly pick: Pick }

/** Keys may come faster than rows: each moves on from where the last one is going. */
function useMove(
  list: ListWindow,
  selected: string | null,
  { onPick, onAim }: Picking
): (step: Move, how: How) => void {
  const at = selected === null ? null : list.indexOf(selected)
  const last = useRef<number | null>(null)
  const going = useRef<number | null>(null)
  if (at !== null) last.current = at
  return (step, { typing, pick }) => {
    const from = going.current ?? (selected === null ? null : last.current)
    const to = movedIndex(from, step, list.total ?? 0)
    if (to === null) return
    going.current = to
    onAim(to, pick)
    const arrived = (row: ItemSummary | undefined) => {
      if (going.current !== to) return
      going.current = null
      if (row === undefined) return
      last.current = to
      onPick(row, to, pick)
      // In the list itself the focus goes along; the search keeps it.
      if (!typing) requestAnimationFrame(() => document.getElementById(rowId(row.id))?.focus())
    }
    list.fetchRow(to).then(arrived, () => arrived(undefined))
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
