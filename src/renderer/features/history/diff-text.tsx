import type { DiffPart } from './diff.ts'
import styles from './history.module.css'

/** One side of a comparison; what only it has is marked by colour and by a line. */
export function DiffText({ parts }: { readonly parts: readonly DiffPart[] }) {
  return (
    <span className="mono" translate="no">
      {parts.map(({ is, text }, place) =>
        is === 'same' ? (
          <span key={place}>{text}</span>
        ) : is === 'older' ? (
          <del key={place} className={styles['older']}>
            {text}
          </del>
        ) : (
          <ins key={place} className={styles['newer']}>
            {text}
          </ins>
        )
      )}
    </span>
  )
}
