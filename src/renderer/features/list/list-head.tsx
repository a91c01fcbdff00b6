import type { ListSort } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import styles from './list-pane.module.css'

type ListHeadProps = {
  readonly title: string
  readonly found: number | null
  readonly sort: ListSort
  readonly descending: boolean
  onSort(sort: ListSort, descending: boolean): void
}

const SORTS: readonly ListSort[] = ['title', 'changed', 'created']

export function ListHead({ title, found, sort, descending, onSort }: ListHeadProps) {
  const t = useTexts()
  const entries: MenuEntry[] = [
    // The newest first is what one wants of dates.
    ...SORTS.map((each) => ({
      label: t.list.sort[each],
      chosen: each === sort,
      run: () => onSort(each, each !== 'title')
    })),
    'line',
    { label: t.list.ascending, chosen: !descending, run: () => onSort(sort, false) },
    { label: t.list.descending, chosen: descending, run: () => onSort(sort, true) }
  ]
  return (
    <div className={styles['head']}>
      <h1 className="head truncate">{title}</h1>
      {found === null ? null : (
        <span className="head num" role="status">
          {t.list.found(found)}
        </span>
      )}
      <Menu
        entries={entries}
        trigger={
          <button type="button" className={styles['sort']} aria-label={t.list.sortBy(t.list.sort[sort])}>
            {t.list.sort[sort]}
            <Icon name="up" className={classes(descending && styles['down'])} />
          </button>
        }
      />
    </div>
  )
}
