import { classes } from './classes.ts'
import styles from './large-type.module.css'
import { secretCharacters } from './secret-runs.ts'

type LargeTypeProps = { readonly value: string; readonly small?: boolean }

/** One character per numbered cell, to be read across a room or typed elsewhere. */
export function LargeType({ value, small = false }: LargeTypeProps) {
  return (
    <div className={classes(styles['largeType'], small && styles['small'])} translate="no">
      {secretCharacters(value).map(({ text, kind }, place) => (
        <span key={`${place}`} className={kind === 'letter' ? undefined : styles[kind]}>
          {text === ' ' ? '␣' : text}
          <small>{place + 1}</small>
        </span>
      ))}
    </div>
  )
}
