import type { ReactNode } from 'react'
import styles from './check.module.css'

type CheckProps = {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** What stands beside the box and names it. */
  readonly children: ReactNode
  readonly disabled?: boolean
}

export function Check({ checked, onChange, children, disabled = false }: CheckProps) {
  return (
    <label className={styles['line']}>
      <input
        type="checkbox"
        className={styles['check']}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
