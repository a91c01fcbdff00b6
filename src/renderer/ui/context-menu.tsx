import { useEffect, useRef } from 'react'
import { type MenuEntry, MenuLine } from './menu.tsx'
import styles from './menu.module.css'
import { popupItems, walkPopup } from './use-popup.ts'

type ContextMenuProps = {
  readonly at: { readonly x: number; readonly y: number }
  readonly label: string
  readonly entries: readonly MenuEntry[]
  onClose(): void
}

/** The menu under the pointer, for what was clicked with its second button or named by the menu key. */
export function ContextMenu({ at, label, entries, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    menu.current?.showPopover()
    popupItems(menu.current)[0]?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const place = { left: Math.min(at.x, window.innerWidth - WIDTH), top: Math.min(at.y, roomFor(entries.length)) }
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      className={styles['menu']}
      data-at="pointer"
      style={place}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onKeyDown={(event) => walkPopup(event, popupItems(menu.current), onClose)}
    >
      {entries.map((entry, line) => (
        <MenuLine key={entry === 'line' ? `line-${line}` : entry.label} entry={entry} onClose={onClose} />
      ))}
    </div>
  )
}

const WIDTH = 232
const LINE = 28

const roomFor = (lines: number): number => Math.max(8, window.innerHeight - lines * LINE - 24)
