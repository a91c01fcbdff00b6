import { classes } from './classes.ts'
import styles from './meter.module.css'
import type { StrengthLevel } from './strength-level.ts'

/** Four bars; always beside the word for the same thing, so it is not announced. */
export function Meter({ level, wide = false }: { readonly level: StrengthLevel; readonly wide?: boolean }) {
  return (
    <span className={classes(styles['meter'], wide && styles['wide'])} data-level={level} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </span>
  )
}
