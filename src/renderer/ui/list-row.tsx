import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './list-row.module.css'

type ListRowProps = Omit<ComponentProps<'div'>, 'title'> & {
  readonly tile: ReactNode
  readonly title: ReactNode
  readonly second: ReactNode
  readonly selected: boolean
  /** What stands at the end until the pointer is over the row. */
  readonly mark?: ReactNode
  /** One-click actions, in the row's second cell; shown on hover and while the row is the current one of the keyboard. */
  readonly actions?: ReactNode
}

/** A row of a `grid`: one tab stop for the whole grid, the row itself is what is clicked. */
export function ListRow({ tile, title, second, selected, mark, actions, className, ...rest }: ListRowProps) {
  return (
    <div {...rest} role="row" aria-selected={selected} className={classes(styles['row'], className)}>
      <div className={styles['main']} role="gridcell">
        {tile}
        <div className={styles['text']}>
          <div className={classes(styles['title'], 'truncate')}>{title}</div>
          <div className={classes(styles['second'], 'truncate')}>{second}</div>
        </div>
      </div>
      <div className={styles['end']} role="gridcell">
        {mark === undefined || mark === null ? null : <span className={styles['mark']}>{mark}</span>}
        {actions === undefined || actions === null ? null : <span className={styles['actions']}>{actions}</span>}
      </div>
    </div>
  )
}
