import { type KeyboardEvent, memo, type MouseEvent, type ReactNode } from 'react'
import type { ItemSummary } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Highlighted } from '../../ui/highlighted.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { DueNote } from '../due/due-note.tsx'
import { isSoon } from '../due/due-words.ts'
import { DaysLeftNote } from '../trash/days-left-note.tsx'
import styles from './list-pane.module.css'
import { rowId } from './row-id.ts'

export type RowActions = {
  readonly readOnly: boolean
  copyUsername(row: ItemSummary): void
  copyPassword(row: ItemSummary): void
  copyCode(row: ItemSummary): void
}

type ItemRowProps = {
  readonly row: ItemSummary | undefined
  readonly index: number
  readonly selected: boolean
  readonly tabStop: boolean
  readonly actions: RowActions
  onPick(row: ItemSummary, index: number, event: MouseEvent): void
  onMenu(row: ItemSummary, at: { readonly x: number; readonly y: number }): void
}

/**
 * One item of the list; a blank of the same height until its page is there. Drawn anew only when something of it changed:
 * each key and each frame of scrolling draws the list.
 */
export const ItemRow = memo(function ItemRow({ row, index, selected, tabStop, actions, onPick, onMenu }: ItemRowProps) {
  const t = useTexts()
  if (row === undefined) return <span className={styles['blank']} />
  return (
    <ListRow
      id={rowId(row.id)}
      aria-rowindex={index + 1}
      tabIndex={tabStop ? 0 : -1}
      data-index={index}
      selected={selected}
      tile={<LetterTile title={row.title} />}
      title={
        row.title === '' ? (
          <span className="muted">{t.shell.untitled}</span>
        ) : (
          <Highlighted text={row.title} hits={row.titleHits} />
        )
      }
      second={<Second row={row} />}
      mark={row.favorite ? <Favorite label={t.list.favorite} /> : null}
      actions={row.trashed ? null : <CopyButtons row={row} actions={actions} />}
      onClick={(event) => onPick(row, index, event)}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(row, menuPlace(event))
      }}
      onKeyDown={walkActions}
    />
  )
})

/** What is due soon, or how long the trash keeps it, stands before the second line: it is what one has to know of it. */
function Second({ row }: { readonly row: ItemSummary }) {
  const text = <Highlighted text={row.subtitle} hits={row.subtitleHits} />
  const note = firstNote(row)
  if (note === null) return text
  return (
    <>
      {note}
      {row.subtitle === '' ? null : <> · {text}</>}
    </>
  )
}

function firstNote({ due, trashed, trashedAt }: ItemSummary): ReactNode {
  if (trashed) return trashedAt === undefined ? null : <DaysLeftNote trashedAt={trashedAt} />
  return due === undefined || !isSoon(due.at) ? null : <DueNote due={due} />
}

function Favorite({ label }: { readonly label: string }) {
  return (
    <span role="img" aria-label={label} title={label}>
      <Icon name="star" />
    </span>
  )
}

function CopyButtons({ row, actions }: { readonly row: ItemSummary; readonly actions: RowActions }) {
  const t = useTexts()
  const buttons: readonly (readonly [string | null, IconName, string, (row: ItemSummary) => void])[] = [
    [row.usernameField, 'user', t.list.copyUsername, actions.copyUsername],
    [row.passwordField, 'key', t.list.copyPassword, actions.copyPassword],
    [row.codeField, 'clock', t.list.copyCode, actions.copyCode]
  ]
  return buttons.map(([field, icon, label, copy]) =>
    field === null ? null : (
      <IconButton
        key={label}
        icon={icon}
        label={label}
        size="small"
        tabIndex={-1}
        onClick={(event) => {
          event.stopPropagation()
          copy(row)
        }}
      />
    )
  )
}

/** From the menu key there is no pointer: the menu opens at the row. */
function menuPlace(event: MouseEvent<HTMLElement>): { x: number; y: number } {
  if (event.clientX !== 0 || event.clientY !== 0) return { x: event.clientX, y: event.clientY }
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  return { x: left + 16, y: bottom }
}

/** Left and right walk between the row and its buttons, which are no tab stops of their own. */
function walkActions(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const stops = [event.currentTarget, ...event.currentTarget.querySelectorAll('button')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  event.preventDefault()
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus()
}
