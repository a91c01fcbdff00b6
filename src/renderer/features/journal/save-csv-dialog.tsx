import type { JournalFilter } from '../../../shared/journal-views.ts'
import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './journal.module.css'
import { useToast } from '../../ui/toast.tsx'

type SaveCsvDialogProps = { readonly filter: JournalFilter; onClose(): void }

/** Says that the file will be in the clear before anybody is asked where it goes. */
export function SaveCsvDialog({ filter, onClose }: SaveCsvDialogProps) {
  const t = useTexts()
  const toast = useToast()
  const task = useTask(async () => {
    const file = await call('journal.saveCsv', { filter })
    if (file === null) return
    toast.show({ text: t.journal.saved(file.name) })
    onClose()
  })
  return (
    <Dialog
      title={t.journal.saveTitle}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button kind="primary" disabled={task.busy} onClick={task.run}>
            {t.journal.saveAction}
          </Button>
        </>
      }
    >
      <Notice kind="warn" className={styles['notice']}>
        {t.journal.saveText}
      </Notice>
      {task.error === null ? null : (
        <Notice kind="danger" className={styles['notice']}>
          {errorText(t, task.error)}
        </Notice>
      )}
    </Dialog>
  )
}
