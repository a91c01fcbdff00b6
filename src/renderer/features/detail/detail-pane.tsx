import { memo, useCallback } from 'react'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { typeName } from '../../texts/type-names.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { classes } from '../../ui/classes.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import { AttachmentList } from '../attachments/attachment-list.tsx'
import files from '../attachments/attachments.module.css'
import { useAttach } from '../attachments/use-attach.tsx'
import { useFileDrop } from '../attachments/use-file-drop.ts'
import { AccessLine } from '../journal/access-line.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import { TrashNotice } from '../trash/trash-notice.tsx'
import styles from './detail.module.css'
import { DetailBar } from './detail-bar.tsx'
import { DetailFields } from './detail-fields.tsx'

type DetailPaneProps = {
  readonly item: ItemDetail
  readonly actions: ItemActions
  onBack(): void
  onChanged(): void
  onError(error: unknown): void
}

/** One item. Built anew for each, so that nothing revealed of one outlives it; not drawn anew for what is typed. */
export const DetailPane = memo(function DetailPane({ item, actions, onBack, onChanged, onError }: DetailPaneProps) {
  const t = useTexts()
  const title = item.title || t.shell.untitled
  const closed = actions.readOnly || item.trashedAt !== null
  const id = useCallback(async () => item.id, [item.id])
  const attach = useAttach({ item: id, onAttached: onChanged, offerUndo: actions.offerUndo, onError })
  const { over, props } = useFileDrop(attach.drop)
  return (
    <section
      className={classes(styles['detail'], over && files['drop'])}
      aria-label={title}
      data-pane="detail"
      {...(closed ? {} : props)}
    >
      <div className={styles['bar']}>
        <IconButton icon="left" label={t.shell.backToList} className={styles['back']} onClick={onBack} />
        <DetailBar item={item} actions={actions} onAttach={attach.choose} onChanged={onChanged} onError={onError} />
      </div>
      {/* Scrolled by keys too: the values are what it holds. */}
      <div className={styles['body']}>
        <header className={styles['title']}>
          <LetterTile title={item.title} size="large" />
          <div className={styles['names']}>
            <h1 className="h2">{title}</h1>
            <p className="small muted">{typeName(t, item.type)}</p>
          </div>
        </header>
        {item.trashedAt === null ? null : <TrashNotice item={item} trashedAt={item.trashedAt} actions={actions} />}
        <DetailFields item={item} actions={actions} onError={onError} />
        <AttachmentList
          item={item.id}
          files={item.attachments}
          readOnly={closed}
          onChanged={onChanged}
          offerUndo={actions.offerUndo}
          onError={onError}
        />
        <About item={item} onError={onError} />
      </div>
    </section>
  )
})

function About({ item, onError }: { readonly item: ItemDetail; onError(error: unknown): void }) {
  const t = useTexts()
  const format = useFormat()
  const older = item.fields.reduce((sum, field) => sum + field.olderVersions, 0)
  return (
    <section className={styles['section']}>
      <h2 className={`head ${styles['head']}`}>{t.detail.about}</h2>
      <dl className={styles['events']}>
        <dt>{t.detail.changed}</dt>
        <dd>
          {format.moment(item.changedAt)}
          {older === 0 ? null : <span className="muted small">{t.detail.older(older)}</span>}
        </dd>
        <dt>{t.detail.created}</dt>
        <dd>{format.moment(item.createdAt)}</dd>
        <AccessLine item={item} onError={onError} />
      </dl>
    </section>
  )
}
