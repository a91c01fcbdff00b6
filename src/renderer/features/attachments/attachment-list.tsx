import { useState } from 'react'
import type { AttachmentView } from '../../../shared/attachment-views.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { AttachBar } from './attach-bar.tsx'
import { useAttaching } from './attach-context.ts'
import { AttachmentPreview } from './attachment-preview.tsx'
import { AttachmentRow } from './attachment-row.tsx'
import styles from './attachments.module.css'
import { type OfferUndo, useAttachmentMoves } from './use-attachment-moves.tsx'

type AttachmentListProps = {
  readonly item: string
  readonly files: readonly AttachmentView[]
  readonly readOnly: boolean
  onChanged(): void
  readonly offerUndo: OfferUndo
  onError(error: unknown): void
}

/** The files of an item, and what is on its way in or out. Nothing at all where there are none. */
export function AttachmentList(props: AttachmentListProps) {
  const { item, files, readOnly, onError } = props
  const t = useTexts()
  const moves = useAttachmentMoves(item, props)
  const [look, setLook] = useState<AttachmentView | null>(null)
  const { going } = useAttaching()
  const busy = going?.item === item ? going.name : null
  if (files.length === 0 && busy === null) return null
  return (
    <section className={styles['section']} aria-label={t.attachments.head}>
      <h2 className={`head ${styles['head']}`}>{t.attachments.head}</h2>
      <ul className={styles['rows']}>
        {files.map((file) => (
          <AttachmentRow key={file.field} file={file} moves={moves} readOnly={readOnly} onLook={() => setLook(file)} />
        ))}
      </ul>
      {busy === null ? null : <AttachBar name={busy} />}
      {moves.saving === null ? null : <JobBar job="saveAttachment" label={t.attachments.saving(moves.saving)} />}
      {look === null ? null : (
        <AttachmentPreview
          item={item}
          file={look}
          onSave={() => moves.save(look)}
          onClose={() => setLook(null)}
          onError={onError}
        />
      )}
    </section>
  )
}
