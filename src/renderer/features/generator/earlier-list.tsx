import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Mask } from '../../ui/mask.tsx'
import styles from './generator.module.css'

type EarlierListProps = { readonly values: readonly string[]; readonly onCopy: (text: string) => void }

/** A value that was copied is not lost when the next one is rolled. */
export function EarlierList({ values, onCopy }: EarlierListProps) {
  const t = useTexts()
  if (values.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 className="head">{t.generator.earlier}</h2>
      <ol className={styles['earlier']}>
        {values.map((value, place) => (
          <li key={value}>
            <span className="muted small num">{place + 1}</span>
            <Mask />
            <IconButton
              icon="copy"
              size="small"
              label={t.generator.copyAgain(place + 1)}
              onClick={() => onCopy(value)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}
