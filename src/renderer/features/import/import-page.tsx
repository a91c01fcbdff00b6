import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Page } from '../../ui/page.tsx'
import { ChooseStep } from './choose-step.tsx'
import { ColumnsStep } from './columns-step.tsx'
import styles from './import.module.css'
import { useImport } from './import-context.ts'
import { PasswordStep } from './password-step.tsx'
import { PreviewStep } from './preview-step.tsx'
import { ReceiptStep } from './receipt-step.tsx'

/** From the file of another program to a receipt. */
export function ImportPage() {
  const t = useTexts()
  const { state } = useImport()
  switch (state.at) {
    case 'choose':
      return <ChooseStep error={state.error} />
    case 'reading':
      return (
        <Page title={t.imports.title} className={styles['page']}>
          <p className={styles['file']}>{t.imports.readingFile(state.file.name)}</p>
          <JobBar job="import" label={t.imports.reading} />
        </Page>
      )
    case 'password':
      return <PasswordStep step={state} />
    case 'columns':
      return <ColumnsStep step={state} />
    case 'preview':
      return <PreviewStep step={state} busy={false} />
    case 'saving':
      return <PreviewStep step={{ ...state, error: null }} busy />
    case 'receipt':
      return <ReceiptStep step={state} />
  }
}
