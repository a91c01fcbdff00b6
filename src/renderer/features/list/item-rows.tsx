import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useLayoutEffect } from 'react'
import type { ItemSummary } from '../../../shared/list-views.ts'
import { ItemRow, type RowActions } from './item-row.tsx'
import styles from './list-pane.module.css'
import { LIST_ID } from './row-id.ts'
import type { ListWindow } from './use-list-window.ts'
import { useRowHeight } from './use-row-height.ts'

export type { RowActions } from './item-row.tsx'

type ItemRowsProps = {
  readonly list: ListWindow
  readonly title: string
  readonly selected: string | null
  readonly marked: ReadonlySet<string>
  readonly actions: RowActions
  readonly scroller: RefObject<HTMLDivElement | null>
  /** Another query begins at the top again. */
  readonly restart: string
  onPick(row: ItemSummary, index: number, event: MouseEvent): void
  onMenu(row: ItemSummary, at: { readonly x: number; readonly y: number }): void
  onKeyDown(event: KeyboardEvent): void
}

/** Only the rows that can be seen exist, whatever the length of the list. */
export function ItemRows(props: ItemRowsProps) {
  const { list, title, selected, marked, actions, scroller, restart, onPick, onMenu, onKeyDown } = props
  const height = useRowHeight()
  const rows = useVirtualizer({
    count: list.total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8
  })
  useLayoutEffect(() => rows.measure(), [rows, height])
  useEffect(() => {
    rows.scrollToOffset(0)
  }, [rows, restart])
  const drawn = rows.getVirtualItems()
  const first = drawn[0]?.index ?? 0
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => list.show(first, last), [list, first, last])
  const at = selected === null ? null : list.indexOf(selected)
  useEffect(() => {
    if (at !== null) rows.scrollToIndex(at)
  }, [rows, at])
  const stop = at ?? first
  return (
    <div
      ref={scroller}
      id={LIST_ID}
      role="grid"
      aria-label={title}
      aria-multiselectable="true"
      aria-rowcount={list.total ?? 0}
      className={styles['rows']}
      onKeyDown={onKeyDown}
      // The rows are what can be focused; the frame only scrolls.
      tabIndex={-1}
    >
      <div role="presentation" className={styles['sizer']} style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <div
            key={index}
            role="presentation"
            className={styles['slot']}
            style={{ transform: `translateY(${start}px)` }}
          >
            <ItemRow
              row={list.rowAt(index)}
              index={index}
              selected={isChosen(list.rowAt(index), selected, marked)}
              tabStop={index === stop}
              actions={actions}
              onPick={onPick}
              onMenu={onMenu}
            />
          </div>
        ))}
      </div>
    </div>
  )
}

/** Of several the selected one is where the keys are; alone it is the one that is shown. */
const isChosen = (row: ItemSummary | undefined, selected: string | null, marked: ReadonlySet<string>): boolean =>
  row !== undefined && (marked.size > 0 ? marked.has(row.id) : row.id === selected)
