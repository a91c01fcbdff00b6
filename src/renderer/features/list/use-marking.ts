import { useCallback, useEffect, useRef } from 'react'
import type { ItemSummary } from '../../../shared/list-views.ts'
import { call } from '../../api.ts'
import type { ListAsk } from '../../session/first-list.ts'
import { type Pick, spanOf, toggled } from './marks.ts'
import type { ListWindow } from './use-list-window.ts'

type MarkingHands = {
  readonly ask: ListAsk
  readonly list: ListWindow
  readonly selected: string | null
  readonly marked: readonly string[]
  onSelect(row: ItemSummary, open: boolean): void
  onMark(ids: readonly string[], at: string | null): void
  onError(error: unknown): void
}

export type Marking = {
  /** A row was clicked, or reached by a key. */
  pick(row: ItemSummary, index: number, pick: Pick, open: boolean): void
  all(): void
  /** A key is on its way to this row: keys may come faster than rows. */
  aim(index: number, pick: Pick): void
}

/** Choosing several rows. The ids between two rows come from the vault: the rows themselves are not all here. */
export function useMarking({ ask, list, selected, marked, onSelect, onMark, onError }: MarkingHands): Marking {
  const anchor = useRef<number | null>(null)
  const key = JSON.stringify(ask)
  useEffect(() => {
    anchor.current = null
  }, [key])
  const idsOf = useCallback((from: number, count: number) => call('list.ids', { ...ask, from, count }), [ask])
  return {
    pick(row, index, pick, open) {
      if (pick === 'range') {
        const start = anchor.current ?? (selected === null ? index : (list.indexOf(selected) ?? index))
        anchor.current = start
        const { from, count } = spanOf(start, index)
        idsOf(from, count).then((ids) => onMark(ids, row.id), onError)
        return
      }
      anchor.current = index
      if (pick === 'toggle') {
        const ids = toggled(marked, selected, row.id)
        onMark(ids, ids.includes(row.id) ? row.id : null)
      } else onSelect(row, open)
    },
    aim(index, pick) {
      if (pick !== 'range') anchor.current = index
    },
    all: () => void idsOf(0, list.total ?? 0).then((ids) => onMark(ids, selected), onError)
  }
}
