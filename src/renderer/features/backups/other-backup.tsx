import { useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { errorText } from '../../error-text.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useFileChoice } from '../unlock/use-file-choice.ts'
import styles from './backups.module.css'
import type { AskBackup } from './asked.ts'
import { Part } from './part.tsx'

/** A backup file from anywhere, chosen in main's dialog. */
export function OtherBackup({ onAsk }: { readonly onAsk: AskBackup }) {
  const t = useTexts()
  const [file, setFile] = useState<ChosenFile | null>(null)
  const choice = useFileChoice(setFile)
  return (
    <Part
      title={t.backups.otherTitle}
      text={t.backups.otherText}
      action={
        <Button icon="folder" onClick={choice.choose}>
          {t.backups.otherFile}
        </Button>
      }
    >
      {choice.error === null ? null : <Notice kind="danger">{errorText(t, choice.error)}</Notice>}
      {file === null ? null : (
        <ul className={styles['list']}>
          <li>
            <span className="truncate">{file.name}</span>
            <span className={styles['verified']}>{file.folder}</span>
            <span className={styles['acts']}>
              <Button
                kind="plain"
                size="small"
                aria-label={t.backups.checkOf(file.name)}
                onClick={() => onAsk('check', file)}
              >
                {t.backups.check}
              </Button>
              <Button size="small" aria-label={t.backups.restoreOf(file.name)} onClick={() => onAsk('restore', file)}>
                {t.backups.restore}
              </Button>
            </span>
          </li>
        </ul>
      )}
    </Part>
  )
}
