import { type ReactNode, useCallback, useMemo } from 'react'
import type { ListFilter } from '../../../shared/list-views.ts'
import type { VaultView } from '../../../shared/vault-views.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { PageBackContext } from '../../ui/page.tsx'
import { AttachNotice } from '../attachments/attach-bar.tsx'
import { HealthPage } from '../health/health-page.tsx'
import { JournalPage } from '../journal/journal-page.tsx'
import { ListPane } from '../list/list-pane.tsx'
import { FoundNotice } from '../merge/found-notice.tsx'
import { FileNotices } from '../merge/file-notices.tsx'
import { Sidebar } from '../sidebar/sidebar.tsx'
import { OwnTypeNames } from '../types/own-type-names.tsx'
import { PlaceContext } from './place-context.ts'
import { placeTitle, sidebarTypes } from './place-words.ts'
import styles from './shell.module.css'
import { ShellDetail } from './shell-detail.tsx'
import { ShellOverlays } from './shell-overlays.tsx'
import type { PageName } from './shell-state.ts'
import { useListProps } from './use-list-props.ts'
import { type ShellHands, useShell } from './use-shell.ts'

type ShellProps = {
  readonly vault: VaultView
  /** Pages that take the place of list and detail, and know nothing of what is in them. */
  readonly pages: Readonly<Record<Exclude<PageName, 'health' | 'journal'>, ReactNode>>
  /** What has to be said about the vault, above everything. */
  readonly notices?: ReactNode
}

/** The main window of an open vault: sidebar, list, detail. Locking unmounts all of it. */
export function Shell({ vault, pages, notices }: ShellProps) {
  const hands = useShell(vault)
  const { state, step } = hands
  const page = state.place.at === 'page' ? state.place.page : null
  return (
    <OwnTypeNames templates={hands.data.templates}>
      <PlaceContext value={hands.go}>
        <div className={styles['frame']}>
          {notices}
          <FileNotices flush={hands.editing.save} />
          <FoundNotice />
          <AttachNotice />
          <div className={styles['window']} data-shows={state.pane} data-page={page === null ? undefined : page}>
            <ShellSidebar vault={vault} hands={hands} page={page} />
            {page === null ? (
              <main className={styles['items']}>
                <ShellItems hands={hands} />
                <ShellDetail hands={hands} />
              </main>
            ) : (
              <PageBackContext value={<PageBack onBack={() => step({ do: 'show', pane: 'sidebar' })} />}>
                <div className={styles['page']} data-pane="detail">
                  {page === 'health' ? (
                    <ShellHealth hands={hands} />
                  ) : page === 'journal' ? (
                    <ShellJournal hands={hands} />
                  ) : (
                    pages[page]
                  )}
                </div>
              </PageBackContext>
            )}
          </div>
          <ShellOverlays hands={hands} />
        </div>
      </PlaceContext>
    </OwnTypeNames>
  )
}

type SidebarProps = { readonly vault: VaultView; readonly hands: ShellHands; readonly page: PageName | null }

function ShellSidebar({ vault, hands, page }: SidebarProps) {
  const { state, editing, data, types, lock, switchTo } = hands
  const { move } = editing
  const shown = useMemo(() => sidebarTypes(data.counts, types), [data.counts, types])
  const onFilter = useCallback((filter: ListFilter) => move({ do: 'go', place: { at: 'items', filter } }), [move])
  const onPage = useCallback((next: PageName) => move({ do: 'go', place: { at: 'page', page: next } }), [move])
  return (
    <Sidebar
      name={vault.name}
      place={vault.place}
      counts={data.counts}
      filter={state.place.at === 'items' ? state.place.filter : null}
      page={page}
      types={shown}
      onFilter={onFilter}
      onPage={onPage}
      onLock={lock}
      onSwitch={switchTo}
    />
  )
}

function ShellItems({ hands }: { readonly hands: ShellHands }) {
  const t = useTexts()
  const { state } = hands
  const props = useListProps(hands)
  const filter = state.place.at === 'items' ? state.place.filter : { of: 'all' as const }
  return <ListPane {...props} title={placeTitle(t, filter)} />
}

function ShellHealth({ hands }: { readonly hands: ShellHands }) {
  const { version, actions, fail, editing } = hands
  const open = (id: string) => editing.move({ do: 'select', id, open: true })
  const settings = () => editing.move({ do: 'go', place: { at: 'page', page: 'settings' } })
  return <HealthPage version={version} actions={actions} onOpen={open} onSettings={settings} onError={fail} />
}

function ShellJournal({ hands }: { readonly hands: ShellHands }) {
  const { fail, editing } = hands
  return <JournalPage onOpen={(id) => editing.move({ do: 'select', id, open: true })} onError={fail} />
}

function PageBack({ onBack }: { onBack(): void }) {
  const t = useTexts()
  return <IconButton icon="menu" label={t.shell.showSidebar} className={styles['pageBack']} onClick={onBack} />
}
