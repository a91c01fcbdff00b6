import { useEffect, useState } from 'react'
import type { AttachmentPreview as Preview, AttachmentView } from '../../../shared/attachment-views.ts'
import { call } from '../../api.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './attachments.module.css'

type AttachmentPreviewProps = {
  readonly item: string
  readonly file: AttachmentView
  onSave(): void
  onClose(): void
  onError(error: unknown): void
}

/** A look at a file, from memory: its bytes leave the page with this dialog, and no file is ever written for it. */
export function AttachmentPreview({ item, file, onSave, onClose, onError }: AttachmentPreviewProps) {
  const t = useTexts()
  const preview = usePreview(item, file.field, onError, onClose)
  const save = () => {
    onClose()
    onSave()
  }
  return (
    <Dialog
      title={file.name}
      onClose={onClose}
      wide
      foot={
        <>
          <span className={`small muted ${styles['note']}`}>{t.attachments.inMemory}</span>
          <Button onClick={save}>{t.attachments.save(file.name)}</Button>
          <Button kind="primary" onClick={onClose}>
            {t.ui.close}
          </Button>
        </>
      }
    >
      {preview === null ? null : <Content preview={preview} file={file} />}
    </Dialog>
  )
}

function Content({ preview, file }: { readonly preview: Preview; readonly file: AttachmentView }) {
  const t = useTexts()
  const format = useFormat()
  switch (preview.is) {
    case 'image': {
      const { mediaType, data, width, height } = preview
      const facts = t.attachments.pixels(format.number(width), format.number(height))
      return (
        <figure className={styles['image']}>
          {/* A data: address is all that the policy lets an image be; it lives as long as this element. */}
          <img src={`data:${mediaType};base64,${data}`} alt={file.name} />
          <figcaption className="small muted num">{t.attachments.facts(format.bytes(file.size), facts)}</figcaption>
        </figure>
      )
    }
    case 'text':
      return (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys: the text is what it holds */}
          <pre className={styles['text']} tabIndex={0} aria-label={file.name}>
            {preview.text}
          </pre>
          {preview.cut ? <p className="small muted">{t.attachments.cut}</p> : null}
        </>
      )
    case 'none':
      return <p>{t.attachments.noPreview[preview.because]}</p>
  }
}

function usePreview(
  item: string,
  field: string,
  onError: (error: unknown) => void,
  onClose: () => void
): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null)
  useEffect(() => {
    let wanted = true
    call('attachment.preview', { item, field }).then(
      (next) => wanted && setPreview(next),
      (error: unknown) => {
        if (!wanted) return
        onError(error)
        onClose()
      }
    )
    return () => {
      wanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked for once; a new handler is no reason to read it again
  }, [item, field])
  return preview
}
