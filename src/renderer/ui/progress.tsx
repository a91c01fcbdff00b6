import styles from './progress.module.css'

type ProgressProps = { readonly label: string; readonly done: number; readonly total: number }

/** A bar with an end. */
export function Progress({ label, done, total }: ProgressProps) {
  const percent = total <= 0 ? 0 : Math.round(Math.min(1, done / total) * 100)
  return (
    <div
      className={styles['progress']}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <svg aria-hidden="true">
        <rect width={`${percent}%`} height="3" />
      </svg>
    </div>
  )
}
