import type { ReactNode } from 'react'
import styles from './radio.module.css'

type RadioProps = {
  /** Radios of one name exclude each other. */
  readonly group: string
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly children: ReactNode
}

export function Radio({ group, chosen, onChoose, children }: RadioProps) {
  return (
    <label className={styles['line']}>
      <input type="radio" name={group} className={styles['radio']} checked={chosen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}
