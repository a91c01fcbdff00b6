import { classes } from './classes.ts'
import { ICON_SHAPES, type IconName } from './icon-shapes.tsx'
import styles from './icon.module.css'

type IconProps = { readonly name: IconName; readonly className?: string | undefined; readonly filled?: boolean }

/** Always beside a word or inside a named control, so never announced itself. */
export function Icon({ name, className, filled = false }: IconProps) {
  return (
    <svg
      className={classes(styles['icon'], filled && styles['filled'], className)}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {ICON_SHAPES[name]}
    </svg>
  )
}
