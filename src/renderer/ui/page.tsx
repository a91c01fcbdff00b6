import { createContext, type ReactNode, useContext } from 'react'
import { classes } from './classes.ts'
import styles from './page.module.css'

/** In a window of one pane a page needs a way back; whoever shows pages provides it. */
export const PageBackContext = createContext<ReactNode>(null)

type PageProps = {
  readonly title: string
  /** At the start of the bar, in place of the way back that the window provides. */
  readonly back?: ReactNode
  /** At the end of the bar. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** A pane that holds one page: a bar with its title, and what scrolls below. */
export function Page({ title, back, actions, children, className }: PageProps) {
  const provided = useContext(PageBackContext)
  return (
    <main className={styles['page']} aria-label={title}>
      <header className={styles['bar']}>
        {back ?? provided}
        <h1 className="h3 truncate">{title}</h1>
        <div className={classes('push', 'line', styles['actions'])}>{actions}</div>
      </header>
      <div className={classes(styles['body'], className)}>{children}</div>
    </main>
  )
}
