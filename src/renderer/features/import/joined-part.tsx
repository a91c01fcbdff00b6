import type { ImportSummary } from '../../../shared/import-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import styles from './import.module.css'

/** Which items are there already and only take in what they lack. */
export function JoinedPart({ summary: { items, joinedTitles } }: { readonly summary: ImportSummary }) {
  const t = useTexts()
  if (items.joined === 0) return null
  return (
    <section className={styles['section']}>
      <h2 className="h3">{t.imports.joinedTitle}</h2>
      <p className="quiet small">{t.imports.joinedText}</p>
      <ul className={styles['titles']}>
        {joinedTitles.map((title, index) => (
          <li key={index} className="truncate">
            {title || t.shell.untitled}
          </li>
        ))}
      </ul>
      {items.joined > joinedTitles.length ? (
        <p className="muted small">{t.imports.moreLines(items.joined - joinedTitles.length)}</p>
      ) : null}
    </section>
  )
}
