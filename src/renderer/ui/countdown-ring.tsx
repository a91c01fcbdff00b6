import { classes } from './classes.ts'
import styles from './countdown-ring.module.css'

type CountdownRingProps = { readonly left: number; readonly of: number; readonly large?: boolean }

/** The last seconds are told apart from the rest. */
export const LAST_SECONDS = 5

/** Time that runs out; the number stands beside it, so it is not announced. */
export function CountdownRing({ left, of, large = false }: CountdownRingProps) {
  const part = of <= 0 ? 0 : Math.max(0, Math.min(100, (left / of) * 100))
  return (
    <svg
      className={classes(styles['ring'], left <= LAST_SECONDS && styles['warn'], large && styles['large'])}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <circle cx="10" cy="10" r="8" />
      <circle cx="10" cy="10" r="8" pathLength="100" strokeDasharray={`${part} 100`} />
    </svg>
  )
}
