import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Mark } from './mark.tsx'

type EmptyStateProps = {
  readonly title?: string
  readonly text?: ReactNode
  readonly mark?: boolean
  /** `top` is for a list, `middle` for a pane. */
  readonly at?: 'top' | 'middle'
  readonly children?: ReactNode
}

export function EmptyState({ title, text, mark = false, at = 'middle', children }: EmptyStateProps) {
  return (
    <div className={styles['empty']} data-at={at}>
      {mark ? <Mark className={styles['mark']} /> : null}
      {title === undefined ? null : <p className={mark ? 'h2' : 'strong'}>{title}</p>}
      {text === undefined ? null : <p className={mark ? 'quiet' : 'muted'}>{text}</p>}
      {children}
    </div>
  )
}
