import type { ReactNode } from 'react'
import styles from './backups.module.css'

type PartProps = {
  readonly title: string
  readonly text: string
  readonly action: ReactNode
  readonly children?: ReactNode
}

export function Part({ title, text, action, children }: PartProps) {
  return (
    <section className={styles['part']}>
      <div className={styles['partHead']}>
        <div>
          <h2 className="h3">{title}</h2>
          <p className="quiet">{text}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
