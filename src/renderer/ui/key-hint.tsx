import { useTexts } from '../texts/use-texts.ts'
import { classes } from './classes.ts'
import styles from './key-hint.module.css'
import { keyParts, keyText } from './key-names.ts'

type KeyHintProps = { readonly keys: string; readonly className?: string | undefined }

/** A shortcut in running text, beside what it does; the control itself names it to a screen reader. */
export function KeyHint({ keys, className }: KeyHintProps) {
  const t = useTexts()
  return (
    <span className={classes(styles['key'], className)} aria-hidden="true">
      {keyText(keys, t.ui.keys)}
    </span>
  )
}

/** The same as drawn keys, for the palette and the list of keys. */
export function KeyCaps({ keys }: KeyHintProps) {
  const t = useTexts()
  return (
    <span className={styles['caps']}>
      {keyParts(keys, t.ui.keys).map((part) => (
        <kbd key={part} className={styles['keycap']}>
          {part}
        </kbd>
      ))}
    </span>
  )
}
