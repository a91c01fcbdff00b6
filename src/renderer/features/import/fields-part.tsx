import type { ImportSummary } from '../../../shared/import-views.ts'
import { fieldLabel } from '../../texts/type-names.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import styles from './import.module.css'
import { groupLines, type LineGroup } from './group-lines.ts'

const SHOWN = 100

/** The other half of a receipt: every field of the file came in, was kept aside or left out, and the sum is the file's. */
export function FieldsPart({ summary: { fields, lines } }: { readonly summary: ImportSummary }) {
  const t = useTexts()
  const format = useFormat()
  const kept = groupLines(lines, 'kept')
  const refused = groupLines(lines, 'refused')
  const sum = [fields.found, fields.imported, fields.kept, fields.refused].map(format.number)
  return (
    <>
      <section className={styles['section']}>
        <h2 className="h3">{t.imports.fieldsTitle}</h2>
        <p className="num">{t.imports.fieldsSum(sum[0] ?? '', sum[1] ?? '', sum[2] ?? '', sum[3] ?? '')}</p>
      </section>
      <Lines title={t.imports.keptTitle} text={t.imports.keptText} groups={kept} />
      <Lines title={t.imports.refusedTitle} text={t.imports.refusedText} groups={refused} />
    </>
  )
}

type LinesProps = { readonly title: string; readonly text: string; readonly groups: readonly LineGroup[] }

function Lines({ title, text, groups }: LinesProps) {
  const t = useTexts()
  if (groups.length === 0) return null
  return (
    <section className={styles['section']}>
      <h2 className="h3">{title}</h2>
      <p className="quiet small">{text}</p>
      <ul className={styles['lines']}>
        {groups.slice(0, SHOWN).map(({ field, reason, items }) => (
          <li key={`${reason} ${field}`}>
            <span className="truncate" title={field}>
              {fieldLabel(t, field)}
            </span>
            <span className="muted">{t.imports.reasons[reason]}</span>
            <span className={`muted truncate ${styles['of']}`} title={items.slice(0, 20).join('\n')}>
              {items.length === 1 ? items[0] || t.shell.untitled : t.imports.countItems(items.length)}
            </span>
          </li>
        ))}
      </ul>
      {groups.length > SHOWN ? <p className="muted small">{t.imports.moreLines(groups.length - SHOWN)}</p> : null}
    </section>
  )
}
