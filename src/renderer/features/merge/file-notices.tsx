import type { UnsavedView } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { errorCode, errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTask } from '../../session/use-task.ts'
import type { SavingTexts } from '../../texts/en/saving.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './file-notices.module.css'
import { useFileTrouble, useFoldedIn, useUnsaved } from './use-file-state.ts'

type FileNoticesProps = {
  /** Saves what is open in the editor. */
  flush(): Promise<boolean>
}

/** What stands between the vault and its file, above everything until it has passed. */
export function FileNotices({ flush }: FileNoticesProps) {
  const t = useTexts()
  const trouble = useFileTrouble()
  const unsaved = useUnsaved()
  useFoldedIn()
  return (
    <>
      {trouble === null ? null : (
        <Notice kind="danger" className={styles['notice']}>
          {troubleText(t.saving.trouble, trouble)}
        </Notice>
      )}
      {unsaved.count === 0 ? null : <UnsavedNotice {...unsaved} flush={flush} />}
    </>
  )
}

function troubleText(texts: SavingTexts['trouble'], code: string): string {
  return Object.hasOwn(texts, code) ? texts[code as keyof typeof texts] : texts.other
}

function UnsavedNotice({ count, files, flush }: FileNoticesProps & UnsavedView) {
  const t = useTexts()
  const toast = useToast()
  /** A file that is let go takes this notice with it: what is said of it stays on the screen. */
  const orTold = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => {
      if (errorCode(error) !== 'SOURCE_CHANGED') throw error
      toast.show({ text: errorText(t, error) })
    })
  const saveAgain = async (): Promise<void> => {
    // What is open in the editor would otherwise be saved a second time, as it was and as it is.
    await flush()
    await call('vault.saveAgain', undefined)
    toast.show({ text: t.saving.savedAgain })
  }
  const saveCopy = async (): Promise<void> => {
    const written = await call('vault.saveCopy', undefined)
    if (written !== null) toast.show({ text: t.saving.copied(written.file.name, written.items) })
  }
  const again = useTask(() => orTold(saveAgain()))
  const copy = useTask(() => orTold(saveCopy()))
  const error = again.error ?? copy.error
  const actions = (
    <span className={styles['actions']}>
      <Button size="small" disabled={again.busy || copy.busy} onClick={again.run}>
        {t.saving.retry}
      </Button>
      <Button size="small" disabled={again.busy || copy.busy} onClick={copy.run}>
        {t.saving.elsewhere}
      </Button>
    </span>
  )
  return (
    <Notice kind="danger" className={styles['notice']} actions={actions}>
      <span className="strong">{t.saving.unsaved(count)}</span>
      {error === null ? t.saving.unsavedText : errorText(t, error)}
      {error === null && files > 0 ? ` ${t.saving.unsavedFiles(files)}` : null}
      {again.busy && files > 0 ? <JobBar job="attach" label={t.saving.attaching} /> : null}
      {copy.busy ? <JobBar job="saveCopy" label={t.saving.copying} /> : null}
    </Notice>
  )
}
