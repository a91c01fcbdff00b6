import { type MouseEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ItemSummary, ListFilter, ListSort } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ContextMenu } from '../../ui/context-menu.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { keyOfAsk, type ListAsk, type WaitingList } from '../../session/first-list.ts'
import { useSteady } from '../../session/use-steady.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { TrashBar } from '../trash/trash-bar.tsx'
import { EmptyList } from './empty-list.tsx'
import { ItemRows, type RowActions } from './item-rows.tsx'
import { ListHead } from './list-head.tsx'
import styles from './list-pane.module.css'
import { pickOf } from './marks.ts'
import { NewItemMenu } from './new-item-menu.tsx'
import type { Starts } from './starts.tsx'
import { SearchField } from './search-field.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useMarking } from './use-marking.ts'
import { type ListWindow, useListWindow } from './use-list-window.ts'

export type ListPaneProps = {
  readonly ask: ListAsk
  readonly version: number
  /** Rows that came with the vault; taken out when they are drawn. */
  readonly first: WaitingList
  readonly selected: string | null
  readonly marked: readonly string[]
  readonly title: string
  /** Items of the whole vault, for the words in the search. */
  readonly items: number | null
  readonly types: readonly string[]
  readonly search: RefObject<HTMLInputElement | null>
  readonly rows: RowActions
  /** While an editor is open, typing in the search does not change what is shown beside it. */
  readonly keepsSelection: boolean
  onSearch(text: string): void
  onSearchIn(filter: ListFilter): void
  onSort(sort: ListSort, descending: boolean): void
  onSelect(row: ItemSummary, open: boolean): void
  /** Told which item would be selected if the selected one went away. */
  onNeighbour(id: string | null): void
  onMark(ids: readonly string[], at: string | null): void
  /** What can be done to this row, and to all chosen ones when it is one of them. */
  menuOf(row: ItemSummary): readonly MenuEntry[]
  onEscape(): void
  /** A search that finds nothing lets go of what an earlier letter had found. */
  onNothing(): void
  onMenu(): void
  onCreate(type: string, title?: string): void
  /** Asks first; null where the whole of the trash is not what is shown. */
  readonly onEmptyTrash: (() => void) | null
  /** What an empty vault offers; null where it is not empty or nothing can be put in. */
  readonly start: Starts | null
  onError(error: unknown): void
}

type MenuAt = {
  readonly at: { readonly x: number; readonly y: number }
  readonly row: ItemSummary
  readonly entries: readonly MenuEntry[]
}

export function ListPane(props: ListPaneProps) {
  const { ask, version, selected, title, items, types, search, rows, onSearch, onSort, onMenu, onCreate } = props
  const t = useTexts()
  const list = useListWindow(ask, version, props.onError, props.first)
  const scroller = useRef<HTMLDivElement>(null)
  const marking = useMarking({ ...props, list })
  const marked = useMemo(() => new Set(props.marked), [props.marked])
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const keys = useListKeys({
    list,
    selected,
    scroller,
    onPick: (row, index, pick) => marking.pick(row, index, pick, false),
    onAim: marking.aim,
    onAll: marking.all,
    onEnter: rows.copyPassword,
    onEscape: props.onEscape
  })
  const onPick = useSteady((row: ItemSummary, index: number, event: MouseEvent) =>
    marking.pick(row, index, pickOf(event), true)
  )
  const openMenu = useSteady((row: ItemSummary, at: MenuAt['at']) => setMenu({ at, row, entries: props.menuOf(row) }))
  useFirstHit(props, list)
  useEffect(() => {
    const at = selected === null ? null : list.indexOf(selected)
    if (at !== null) props.onNeighbour((list.rowAt(at + 1) ?? list.rowAt(at - 1))?.id ?? null)
  })
  return (
    <section className={styles['list']} aria-label={t.list.items} data-pane="list">
      <div className={styles['bar']}>
        <IconButton icon="menu" label={t.shell.showSidebar} className={styles['menu']} onClick={onMenu} />
        <SearchField
          input={search}
          items={items}
          text={ask.text}
          onText={onSearch}
          onKeyDown={keys}
          selected={selected !== null && list.indexOf(selected) !== null ? selected : null}
        />
        {rows.readOnly ? null : <NewItemMenu types={types} onCreate={onCreate} />}
      </div>
      <ListHead
        title={title}
        found={ask.text === '' ? null : list.total}
        sort={ask.sort}
        descending={ask.descending}
        onSort={onSort}
      />
      {props.onEmptyTrash !== null && list.total !== 0 ? <TrashBar onEmpty={props.onEmptyTrash} /> : null}
      {list.total === 0 ? (
        <EmptyList
          filter={ask.filter}
          text={ask.text}
          vaultEmpty={items === 0}
          readOnly={rows.readOnly}
          start={props.start}
          onSearchIn={props.onSearchIn}
          onCreate={onCreate}
        />
      ) : (
        <ItemRows
          list={list}
          title={title}
          selected={selected}
          marked={marked}
          onPick={onPick}
          onMenu={openMenu}
          onKeyDown={keys}
          actions={rows}
          scroller={scroller}
          restart={keyOfAsk(ask)}
        />
      )}
      {menu === null ? null : (
        <ContextMenu
          at={menu.at}
          label={menu.row.title || t.shell.untitled}
          entries={menu.entries}
          onClose={() => setMenu(null)}
        />
      )}
    </section>
  )
}

/** The best hit is the selected one as soon as it is known, so that Enter copies what is shown. */
function useFirstHit({ ask, keepsSelection, onSelect, onNothing }: ListPaneProps, list: ListWindow): void {
  const first = list.rowAt(0)
  const chosenFor = useRef('')
  const key = ask.text === '' ? '' : JSON.stringify([ask.text, ask.filter])
  useEffect(() => {
    if (key === '') chosenFor.current = ''
    if (key === '' || keepsSelection || !list.settled || chosenFor.current === key) return
    if (first !== undefined) onSelect(first, false)
    else if (list.total === 0) onNothing()
    else return
    chosenFor.current = key
  }, [key, keepsSelection, first, list.settled, list.total, onSelect, onNothing])
}
