import { memo } from 'react'
import type { ListFilter, SidebarCounts } from '../../../shared/list-views.ts'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { typeNames } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { NavLine } from './nav-line.tsx'
import styles from './sidebar.module.css'
import { TagLines } from './tag-lines.tsx'
import { typeIcon } from './type-icon.ts'
import { VaultSwitcher } from './vault-switcher.tsx'

export type Page = 'health' | 'journal' | 'generator' | 'backups' | 'settings' | 'import' | 'timeMachine' | 'merge'
/** `merge` has no line of its own: it is come to from a notice or the menu. */

export type SidebarProps = {
  readonly name: string
  /** Folder and file name of the open vault. */
  readonly place: string
  readonly counts: SidebarCounts | null
  /** Null while a page is shown. */
  readonly filter: ListFilter | null
  readonly page: Page | null
  /** In the order of the templates; types of the user's own behind them. */
  readonly types: readonly string[]
  onFilter(filter: ListFilter): void
  onPage(page: Page): void
  onLock(): void
  /** Another vault: a file, or null for one that is yet to be made. */
  onSwitch(to: ChosenFile | null): void
}

/** Nothing of it depends on what is typed: only what changed is drawn anew. */
export const Sidebar = memo(function Sidebar(props: SidebarProps) {
  const { name, place, counts, filter, page, types, onFilter, onPage, onLock, onSwitch } = props
  const t = useTexts()
  const at = (wanted: ListFilter) => isSame(filter, wanted)
  return (
    <aside className={styles['sidebar']} aria-label={t.shell.vault} data-pane="sidebar">
      <div className={styles['bar']}>
        <Mark className={styles['mark']} />
        <VaultSwitcher name={name} place={place} onSwitch={onSwitch} />
        <IconButton
          icon="lock"
          label={t.shell.lock}
          keys="Ctrl+L"
          size="small"
          className={styles['lock']}
          onClick={onLock}
        />
      </div>
      <nav className={styles['nav']}>
        <NavLine
          icon="key"
          label={t.shell.allItems}
          count={counts?.all}
          current={at({ of: 'all' })}
          onGo={() => onFilter({ of: 'all' })}
        />
        <NavLine
          icon="star"
          label={t.shell.favorites}
          count={counts?.favorites}
          current={at({ of: 'favorites' })}
          onGo={() => onFilter({ of: 'favorites' })}
        />
        {(counts?.due ?? 0) === 0 && !at({ of: 'due' }) ? null : (
          <NavLine
            icon="bell"
            label={t.due.filter}
            count={counts?.due}
            current={at({ of: 'due' })}
            onGo={() => onFilter({ of: 'due' })}
          />
        )}
        {types.length === 0 ? null : <h2 className={`head ${styles['head']}`}>{t.shell.types}</h2>}
        {types.map((type) => (
          <NavLine
            key={type}
            icon={typeIcon(type)}
            label={typeNames(t, type)}
            count={counts?.types.find((each) => each.type === type)?.count}
            current={at({ of: 'type', type })}
            onGo={() => onFilter({ of: 'type', type })}
          />
        ))}
        <TagLines tags={counts?.tags ?? []} filter={filter} onFilter={onFilter} />
      </nav>
      <div className={styles['foot']}>
        <NavLine icon="health" label={t.health.title} current={page === 'health'} onGo={() => onPage('health')} />
        <NavLine icon="eye" label={t.journal.short} current={page === 'journal'} onGo={() => onPage('journal')} />
        <NavLine
          icon="dice"
          label={t.shell.generator}
          current={page === 'generator'}
          onGo={() => onPage('generator')}
        />
        <NavLine
          icon="history"
          label={t.timeMachine.title}
          current={page === 'timeMachine'}
          onGo={() => onPage('timeMachine')}
        />
        <NavLine icon="save" label={t.shell.backups} current={page === 'backups'} onGo={() => onPage('backups')} />
        <NavLine
          icon="trash"
          label={t.shell.trash}
          count={counts?.trash}
          current={at({ of: 'trash' })}
          onGo={() => onFilter({ of: 'trash' })}
        />
        <NavLine
          icon="settings"
          label={t.shell.settings}
          current={page === 'settings'}
          onGo={() => onPage('settings')}
        />
      </div>
    </aside>
  )
})

export function isSame(one: ListFilter | null, other: ListFilter): boolean {
  if (one === null || one.of !== other.of) return false
  if (one.of === 'type') return other.of === 'type' && one.type === other.type
  return one.of === 'tag' ? other.of === 'tag' && one.tag === other.tag : true
}
