import type { ListFilter } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Starts, StartOffers } from './starts.tsx'
import styles from './list-pane.module.css'

type EmptyListProps = {
  readonly filter: ListFilter
  readonly text: string
  readonly vaultEmpty: boolean
  readonly readOnly: boolean
  /** Null where nothing can be put in. */
  readonly start: Starts | null
  onSearchIn(filter: ListFilter): void
  onCreate(type: string, title?: string): void
}

export function EmptyList(props: EmptyListProps) {
  return (
    <div className={styles['empty']}>
      {props.text === '' ? <NothingHere {...props} /> : <NothingFound {...props} />}
    </div>
  )
}

function NothingHere({ filter, vaultEmpty, start }: EmptyListProps) {
  const t = useTexts()
  if (filter.of === 'trash') return <EmptyState at="top" title={t.list.empty.trash} text={t.list.empty.trashText} />
  if (filter.of === 'due') return <EmptyState at="top" text={t.due.empty} />
  if (vaultEmpty && start === null) return <EmptyState at="top" text={t.list.empty.vault} />
  if (vaultEmpty && start !== null) {
    return (
      <>
        {/* Where the list is the only pane, what stands beside it otherwise. */}
        <div className={styles['alone']}>
          <StartOffers start={start} />
        </div>
        <div className={styles['beside']}>
          <EmptyState at="top" text={t.list.empty.vault} />
        </div>
      </>
    )
  }
  return <EmptyState at="top" text={filter.of === 'favorites' ? t.list.empty.favorites : t.list.empty.filter} />
}

function NothingFound({ filter, text, readOnly, onSearchIn, onCreate }: EmptyListProps) {
  const t = useTexts()
  return (
    <EmptyState at="top" title={t.list.empty.search(text)}>
      <div className="buttons">
        {filter.of === 'all' ? null : (
          <Button size="small" onClick={() => onSearchIn({ of: 'all' })}>
            {t.list.empty.searchAll}
          </Button>
        )}
        {filter.of === 'trash' ? null : (
          <Button size="small" onClick={() => onSearchIn({ of: 'trash' })}>
            {t.list.empty.searchTrash}
          </Button>
        )}
        {readOnly ? null : (
          <Button size="small" onClick={() => onCreate('login', text)}>
            {t.list.empty.create(text)}
          </Button>
        )}
      </div>
    </EmptyState>
  )
}
