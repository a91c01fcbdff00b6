import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import styles from './notice.module.css'

type NoticeProps = {
  readonly kind?: 'plain' | 'warn' | 'danger' | 'ok'
  readonly icon?: IconName
  readonly children: ReactNode
  readonly actions?: ReactNode
  readonly className?: string | undefined
}

const ICON = { plain: 'info', warn: 'alert', danger: 'alert', ok: 'check' } as const

/** A sentence that stays until what it says has passed. */
export function Notice({ kind = 'plain', icon = ICON[kind], children, actions, className }: NoticeProps) {
  return (
    <div className={classes(styles['notice'], styles[kind], className)} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <div className={styles['text']}>{children}</div>
      {actions}
    </div>
  )
}
