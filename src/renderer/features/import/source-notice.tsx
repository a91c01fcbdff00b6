import type { ChosenFile } from '../../../shared/vault-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './import.module.css'
import { useImport } from './import-context.ts'

/** The exported file is as readable as before. Removing it is offered, and what that cannot do is said. */
export function SourceNotice({ file, removed }: { readonly file: ChosenFile; readonly removed: boolean }) {
  const t = useTexts()
  const { removeSource } = useImport()
  if (removed) {
    return (
      <Notice kind="ok" className={styles['source']}>
        <p className="strong">{t.imports.sourceRemoved(file.name)}</p>
        <p className="quiet">{t.imports.sourceRemovedText}</p>
      </Notice>
    )
  }
  return (
    <Notice
      kind="warn"
      className={styles['source']}
      actions={
        <Button kind="danger" onClick={removeSource}>
          {t.imports.removeSource}
        </Button>
      }
    >
      <p className="strong">{t.imports.sourceTitle}</p>
      <p className="quiet">{t.imports.sourceText(file.folder)}</p>
    </Notice>
  )
}
