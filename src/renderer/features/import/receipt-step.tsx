import { useFormat } from '../../texts/use-format.ts'
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
import { SourceNotice } from './source-notice.tsx'
import { useSaveReceipt } from './use-save-receipt.ts'

type ReceiptStepProps = { readonly step: Extract<ImportState, { at: 'receipt' }> }

/** What became of every item and every field; the way back, and the file that still lies about. */
export function ReceiptStep({ step: { file, sealed, done, undone, removed, error } }: ReceiptStepProps) {
  const t = useTexts()
  const format = useFormat()
  const { undo, leave } = useImport()
  const { summary } = done
  const save = useSaveReceipt(file, done)
  const came = summary.items.fresh + summary.items.joined
  const failure = error ?? save.error
  return (
    <Page
      title={t.imports.receipt}
      className={styles['page']}
      actions={
        <>
          <Button icon="save" disabled={save.busy} onClick={save.run}>
            {t.imports.saveReceipt}
          </Button>
          <Button icon="undo" keys="Ctrl+Z" disabled={undone} onClick={undo}>
            {t.imports.undo}
          </Button>
          <Button onClick={leave}>{t.imports.another}</Button>
        </>
      }
    >
      <header className={styles['head']}>
        <h2 className="h1">{undone ? t.imports.undone : t.imports.cameIn(came, summary.items.found)}</h2>
        <FileLine file={file} format={summary.format} />
        <p className="muted small num">{format.moment(done.at)}</p>
      </header>
      {failure === null ? null : <Notice kind="danger">{importErrorText(t, failure)}</Notice>}
      {undone ? <Notice kind="ok">{t.imports.undoneText}</Notice> : null}
      <CountsTable summary={summary} />
      <JoinedPart summary={summary} />
      <FieldsPart summary={summary} />
      {sealed || file.folder === '' ? null : <SourceNotice file={file} removed={removed} />}
    </Page>
  )
}
