import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './export.module.css'
import type { Written } from './use-export-items.ts'

/** Where it is, and every loss in a sentence. */
export function ExportWritten({ written, onClose }: { readonly written: Written; readonly onClose: () => void }) {
  const t = useTexts()
  const { file, items, losses, damaged } = written
  return (
    <Dialog
      title={t.exports.done}
      wide
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {t.common.done}
        </Button>
      }
    >
      <div className={styles['form']}>
        <p>
          {t.exports.written(items, file.name)}
          <span className={styles['folder']}>{file.folder}</span>
        </p>
        {damaged.length === 0 ? null : (
          <Notice kind="warn">
            {t.exports.damaged}
            <ul className={styles['list']}>
              {damaged.map(({ item, attachment }, index) => (
                // Two attachments of one item may have the same name.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>{t.exports.damagedOf(attachment, item)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {losses.length === 0 ? (
          <Notice kind="ok">{t.exports.nothingLost}</Notice>
        ) : (
          <section>
            <h3 className="head">{t.exports.lost}</h3>
            <ul className={styles['list']}>
              {losses.map(({ what, count }) => (
                <li key={what}>{t.exports.losses[what](count)}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  )
}
