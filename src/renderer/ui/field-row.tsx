import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './field-row.module.css'
import { KeyHint } from './key-hint.tsx'

type FieldRowProps = {
  readonly label: ReactNode
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly keys?: string | undefined
  /** For values of several lines: label and actions stay at the first. */
  readonly top?: boolean
  /** Belongs to the row above: no line between them. */
  readonly again?: boolean
}

export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={styles['fields']}>{children}</div>
}

/** Label, value, actions: one hairline grid for every kind of field. */
export function FieldRow({ label, children, actions, keys, top = false, again = false }: FieldRowProps) {
  return (
    <div
      className={classes(styles['field'], top && styles['top'], again && styles['again'])}
      role="group"
      aria-label={typeof label === 'string' ? label : undefined}
    >
      <div className={styles['label']}>{label}</div>
      <div className={styles['value']}>{children}</div>
      <div className={styles['actions']}>
        {keys === undefined ? null : <KeyHint keys={keys} className={styles['key']} />}
        {actions}
      </div>
    </div>
  )
}
