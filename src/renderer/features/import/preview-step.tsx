import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { CountsTable } from './counts-table.tsx'
import { FieldsPart } from './fields-part.tsx'
import { FileLine } from './file-line.tsx'
import styles from './import.module.css'
import { useImport } from './import-context.ts'
import { importErrorText } from './import-error-text.ts'
import type { ImportState } from './import-state.ts'
import { JoinedPart } from './joined-part.tsx'

type PreviewStepProps = { readonly step: Omit<Extract<ImportState, { at: 'preview' }>, 'at'>; readonly busy: boolean }

/** What will come in, before anything does. */
export function PreviewStep({ step: { file, preview, error }, busy }: PreviewStepProps) {
  const t = useTexts()
  const { apply, leave, showColumns, readOnly } = useImport()
  const { summary } = preview
  const isTable = summary.format === 'csv' || summary.format.endsWith('-csv')
  return (
    <Page
      title={t.imports.previewTitle}
      className={styles['page']}
      actions={
        <>
          <Button disabled={busy} onClick={leave}>
            {t.ui.cancel}
          </Button>
          <Button kind="primary" icon="import" disabled={busy || readOnly || summary.items.found === 0} onClick={apply}>
            {t.imports.apply(summary.items.fresh + summary.items.joined)}
          </Button>
        </>
      }
    >
      <FileLine file={file} format={summary.format} />
      {error === null ? null : <Notice kind="danger">{importErrorText(t, error)}</Notice>}
      {busy ? <JobBar job="import" label={t.imports.saving} cancellable={false} /> : null}
      <CountsTable summary={summary} />
      {isTable ? (
        <p className={styles['columnsLink']}>
          <Button kind="plain" size="small" disabled={busy} onClick={showColumns}>
            {t.imports.setColumns}
          </Button>
        </p>
      ) : null}
      <JoinedPart summary={summary} />
      <FieldsPart summary={summary} />
    </Page>
  )
}
