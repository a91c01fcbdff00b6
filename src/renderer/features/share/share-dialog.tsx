import type { ItemDetail } from '../../../shared/item-views.ts'
import { errorText } from '../../error-text.ts'
import { fieldLabel } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import styles from './share.module.css'
import { ShareToPart } from './share-to-part.tsx'
import { FILES, type ShareForm, useShare } from './use-share.ts'

type ShareDialogProps = { readonly item: ItemDetail; readonly onClose: () => void }

/** One item for somebody else: which fields, and who can open them. */
export function ShareDialog({ item, onClose }: ShareDialogProps) {
  const t = useTexts()
  const toast = useToast()
  const form = useShare(item, ({ name }) => {
    toast.show({ text: name === '' ? t.share.copied : t.share.written(name) })
    onClose()
  })
  const { task, ready } = form
  return (
    <Dialog
      title={t.share.title(item.title || t.shell.untitled)}
      wide
      onClose={() => !task.busy && onClose()}
      foot={
        <>
          <Button disabled={task.busy} onClick={onClose}>
            {t.ui.cancel}
          </Button>
          <Button disabled={task.busy || !ready} onClick={() => task.run('file')}>
            {t.share.asFile}
          </Button>
          <Button kind="primary" disabled={task.busy || !ready} onClick={() => task.run('text')}>
            {t.share.asText}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p>
          {t.share.lead} {t.share.receiveHint}
        </p>
        <FieldChoice form={form} files={item.attachments.length} />
        <ShareToPart form={form} />
        {task.error === null ? null : <Notice kind="danger">{errorText(t, task.error)}</Notice>}
      </div>
    </Dialog>
  )
}

type FieldChoiceProps = { readonly form: ShareForm; readonly files: number }

function FieldChoice({ form: { fields, left, toggle, nothing }, files }: FieldChoiceProps) {
  const t = useTexts()
  return (
    <fieldset className={styles['fields']}>
      <legend className="head">{t.share.what}</legend>
      {fields.map(({ id, label }) => (
        <Check key={id} checked={!left.has(id)} onChange={() => toggle(id)}>
          {fieldLabel(t, label)}
        </Check>
      ))}
      {files === 0 ? null : (
        <Check checked={!left.has(FILES)} onChange={() => toggle(FILES)}>
          {t.share.files(files)}
        </Check>
      )}
      {nothing ? <p className="hint muted small">{t.share.nothing}</p> : null}
    </fieldset>
  )
}
