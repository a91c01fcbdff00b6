import { errorText } from '../../error-text.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useFileChoice } from '../unlock/use-file-choice.ts'
import { useCopy } from './copy-context.tsx'
import styles from './merge.module.css'
import { useFoundCopies } from './use-found-copies.ts'

/** Which copy: one that lies beside the vault, or any other file. */
export function ChooseCopy() {
  const t = useTexts()
  const format = useFormat()
  const { choose } = useCopy()
  const choice = useFileChoice(choose)
  const found = useFoundCopies()
  return (
    <div className={styles['empty']}>
      <p className="h3">{t.merge.none}</p>
      <p className="lead">{t.merge.noneText}</p>
      {choice.error === null ? null : <Notice kind="danger">{errorText(t, choice.error)}</Notice>}
      <Button kind="primary" icon="folder" onClick={choice.choose}>
        {t.merge.choose}
      </Button>
      {found.length === 0 ? null : (
        <section className={styles['found']}>
          <h2 className="head">{t.merge.foundTitle}</h2>
          <ul>
            {found.map(({ file, changedAt }) => (
              <li key={file.handle}>
                <span className="truncate">{file.name}</span>
                <span className="muted small">{t.merge.changedAt(format.momentWithin(changedAt))}</span>
                <Button size="small" onClick={() => choose(file)}>
                  {t.merge.review}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
