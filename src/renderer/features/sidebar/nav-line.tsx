import { useFormat } from '../../texts/use-format.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import styles from './sidebar.module.css'

type NavLineProps = {
  readonly icon?: IconName
  readonly label: string
  readonly count?: number | undefined
  readonly current: boolean
  readonly indent?: 0 | 1 | 2 | 3
  onGo(): void
}

/** In a rail only the icon is left; the name stays as its tooltip. */
export function NavLine({ icon, label, count, current, indent = 0, onGo }: NavLineProps) {
  const format = useFormat()
  return (
    <button
      type="button"
      className={classes(styles['line'], indent > 0 && styles[`indent${indent}`])}
      aria-current={current ? 'page' : undefined}
      aria-label={label}
      title={label}
      onClick={onGo}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="truncate">{label}</span>
      {count === undefined || count === 0 ? null : <span className={styles['count']}>{format.number(count)}</span>}
    </button>
  )
}
