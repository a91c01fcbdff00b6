import { type CsvRoleName, csvRole } from '../../../shared/import-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './import.module.css'
import { useImport } from './import-context.ts'
import { importErrorText } from './import-error-text.ts'
import type { ImportState } from './import-state.ts'
import { SketchItems } from './sketch-items.tsx'

type ColumnsStepProps = { readonly step: Extract<ImportState, { at: 'columns' }> }

/** What the columns of a table are for, with the first rows as they would come in. */
export function ColumnsStep({ step: { file, sketch, error } }: ColumnsStepProps) {
  const t = useTexts()
  const { setColumns, readColumns, leave } = useImport()
  const roles = sketch.columns.map(({ role }) => role)
  const choices = csvRole.options.map((value) => ({ value, label: t.imports.roles[value] }))
  const change = (index: number, role: CsvRoleName): void =>
    setColumns(roles.map((known, at) => (at === index ? role : known)))
  return (
    <Page
      title={t.imports.columnsTitle}
      className={styles['page']}
      actions={
        <>
          <Button onClick={leave}>{t.ui.cancel}</Button>
          <Button kind="primary" disabled={roles.every((role) => role === 'skip')} onClick={readColumns}>
            {t.imports.next}
          </Button>
        </>
      }
    >
      <p className={`quiet ${styles['lead']}`}>{t.imports.columnsLead(file.name, sketch.rows)}</p>
      {error === null ? null : <Notice kind="danger">{importErrorText(t, error)}</Notice>}
      <div className={styles['mapping']}>
        <section aria-label={t.imports.columns}>
          <h2 className="h3">{t.imports.columns}</h2>
          <ul className={styles['columns']}>
            {sketch.columns.map(({ name, role }, index) => (
              <li key={index}>
                <span className="truncate" title={name}>
                  {name}
                </span>
                <Select label={name} choices={choices} value={role} onChange={(next) => change(index, next)} />
              </li>
            ))}
          </ul>
        </section>
        <SketchItems items={sketch.items} />
      </div>
    </Page>
  )
}
