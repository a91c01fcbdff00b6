import { classes } from './classes.ts'
import { secretRuns } from './secret-runs.ts'
import styles from './secret-text.module.css'

type SecretTextProps = { readonly value: string; readonly large?: boolean; readonly className?: string | undefined }

/** A secret to be read: digits are underlined, symbols sit in a tinted cell. How long it stays is the caller's. */
export function SecretText({ value, large = false, className }: SecretTextProps) {
  return (
    <span className={classes(styles['secret'], large && styles['large'], className)} translate="no">
      {secretRuns(value).map((run, place) => {
        const key = `${place}`
        if (run.kind === 'digit') return <b key={key}>{run.text}</b>
        return run.kind === 'symbol' ? <i key={key}>{run.text}</i> : <span key={key}>{run.text}</span>
      })}
    </span>
  )
}
