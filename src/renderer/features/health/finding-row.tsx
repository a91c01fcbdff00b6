import type { ReactNode } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import styles from './health.module.css'

type FindingRowProps = {
  readonly title: string
  readonly why: string
  readonly readOnly: boolean
  /** The button that helps, beside the one that ignores. */
  readonly help: ReactNode
  onOpen(): void
  onIgnore(): void
}

/** One finding: what, why, and what can be done; the buttons come with the pointer or the focus. */
export function FindingRow({ title, why, readOnly, help, onOpen, onIgnore }: FindingRowProps) {
  const t = useTexts()
  const name = title || t.shell.untitled
  return (
    <li className={styles['finding']}>
      <LetterTile title={title} size="small" />
      <button type="button" className={`truncate ${styles['findingTitle']}`} onClick={onOpen}>
        {name}
      </button>
      <span className={`muted small truncate ${styles['findingWhy']}`}>{why}</span>
      <span className={styles['findingEnd']}>
        {readOnly ? null : (
          <Button kind="plain" size="small" aria-label={t.health.ignoreOf(name)} onClick={onIgnore}>
            {t.health.ignore}
          </Button>
        )}
        {help}
      </span>
    </li>
  )
}
