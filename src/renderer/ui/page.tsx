import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './page.module.css'

type PageProps = {
  readonly title: string
  /** At the end of the bar. */
  readonly actions?: ReactNode
  /** At its start: a way back in a narrow window. */
  readonly back?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** A pane that holds one page: a bar with its title, and what scrolls below. */
export function Page({ title, actions, back, children, className }: PageProps) {
  return (
    <main className={styles['page']} aria-label={title}>
      <header className={styles['bar']}>
        {back}
        <h1 className="h3 truncate">{title}</h1>
        <div className={classes('push', 'line', styles['actions'])}>{actions}</div>
      </header>
      <div className={classes(styles['body'], className)}>{children}</div>
    </main>
  )
}
