import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { EntryRow } from './entry-row.tsx'
import styles from './journal.module.css'
import type { JournalRows } from './use-journal-rows.ts'

/** As `.row` has it, in pixels. */
export const ENTRY_HEIGHT = 40

type EntryListProps = {
  readonly rows: JournalRows
  readonly label: string
  /** Another filter begins at the top again. */
  readonly restart: string
  onOpen?(item: string): void
}

/** Only the rows that can be seen exist, whatever the length of the journal. Scrolled by keys too. */
export function EntryList({ rows, label, restart, onOpen }: EntryListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const total = rows.total ?? 0
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ENTRY_HEIGHT,
    overscan: 8
  })
  useEffect(() => virtual.scrollToOffset(0), [virtual, restart])
  const drawn = virtual.getVirtualItems()
  const first = drawn[0]?.index ?? 0
  const last = drawn.at(-1)?.index ?? 0
  useEffect(() => rows.show(first, last), [rows, first, last])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className={styles['scroller']} tabIndex={0} role="region" aria-label={label}>
      <ul className={styles['rows']} aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const entry = rows.rowAt(index)
          return (
            <li
              key={index}
              className={onOpen === undefined ? `${styles['row']} ${styles['plain']}` : styles['row']}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {entry === undefined ? null : <EntryRow entry={entry} onOpen={onOpen} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
