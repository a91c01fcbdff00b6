import type { ReactNode } from 'react'
import styles from './settings.module.css'

export type SettingLine = {
  readonly name: string
  /** Why it is as it is. */
  readonly why: string
  readonly control: ReactNode
}

export function SettingRow({ name, why, control }: SettingLine) {
  return (
    <div className={styles['setting']}>
      <div className={styles['text']}>
        <h3 className={styles['name']}>{name}</h3>
        <p className={styles['why']}>{why}</p>
      </div>
      <div className={styles['control']}>{control}</div>
    </div>
  )
}
