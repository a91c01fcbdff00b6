import { useId } from 'react'
import { errorCode, errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import styles from './export.module.css'
import { ExportSealPart } from './export-seal-part.tsx'
import { ExportWritten } from './export-written.tsx'
import { FormatChoice } from './format-choice.tsx'
import { type ExportForm, isSealed, takesPassword, useExportItems } from './use-export-items.ts'

/** Everything that the vault holds, for other programs: the format, what it cannot carry, and the master password again. */
export function ExportItemsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const form = useExportItems()
  const id = useId()
  const { format, way, missing, task, written } = form
  if (written !== null) return <ExportWritten written={written} onClose={onClose} />
  const isShort = takesPassword(format, way) && missing > 0
  const isNobody = format === 'age' && way === 'keys' && form.recipients.trim() === ''
  return (
    <Dialog
      title={t.exports.title}
      wide
      onClose={() => !task.busy && onClose()}
      foot={
        <>
          <Button disabled={task.busy} onClick={onClose}>
            {t.ui.cancel}
          </Button>
          <Button kind="primary" submits form={id} disabled={task.busy || isShort || isNobody}>
            {t.exports.action}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          task.run()
        }}
      >
        <p>{t.exports.lead}</p>
        <FormatChoice format={format} onChoose={form.choose} />
        {isSealed(format) ? <ExportSealPart form={form} /> : <Notice kind="warn">{t.exports.warning}</Notice>}
        <ExportPassword form={form} />
      </form>
    </Dialog>
  )
}

function ExportPassword({ form: { master, task } }: { readonly form: ExportForm }) {
  const t = useTexts()
  const wrong = task.error !== null && errorCode(task.error) === 'WRONG_PASSWORD'
  return (
    <>
      <PasswordInput
        ref={master}
        label={t.exports.masterPassword}
        labelShown
        onInput={task.clear}
        error={wrong ? errorText(t, task.error) : undefined}
      />
      {task.busy ? <JobBar job="export" label={t.exports.exporting} /> : null}
      {task.error === null || wrong ? null : <Notice kind="danger">{errorText(t, task.error)}</Notice>}
    </>
  )
}
