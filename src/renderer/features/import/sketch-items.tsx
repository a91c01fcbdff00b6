import type { CsvSketch } from '../../../shared/import-views.ts'
import { fieldLabel, typeName } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Mask } from '../../ui/mask.tsx'
import styles from './import.module.css'

/** The first rows as items. Concealed values never get here. */
export function SketchItems({ items }: { readonly items: CsvSketch['items'] }) {
  const t = useTexts()
  return (
    <section aria-label={t.imports.sketchTitle} aria-live="polite">
      <h2 className="h3">{t.imports.sketchTitle}</h2>
      {items.map((item, index) => (
        <article key={index} className={styles['sketch']}>
          <h3 className="strong truncate">{item.title || t.shell.untitled}</h3>
          <p className="muted small">{[typeName(t, item.type), ...item.tags].join(' · ')}</p>
          <dl>
            {item.fields.map(({ label, value }, at) => (
              <div key={at}>
                <dt className="muted truncate">{fieldLabel(t, label)}</dt>
                <dd className="truncate">{value === null ? <Mask /> : value}</dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
    </section>
  )
}
