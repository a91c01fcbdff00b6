import { type DragEvent, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import styles from './import.module.css'
import { useImport } from './import-context.ts'
import { importErrorText } from './import-error-text.ts'

/** Choose or drop; what made the file is found out from what is in it. */
export function ChooseStep({ error }: { readonly error: unknown }) {
  const t = useTexts()
  const { choose, chooseFolder, paste, take, readOnly } = useImport()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined && !readOnly) take(file)
  }
  return (
    <Page title={t.imports.title} className={styles['page']}>
      <p className={`quiet ${styles['lead']}`}>{t.imports.lead}</p>
      {error === null ? null : <Notice kind="danger">{importErrorText(t, error)}</Notice>}
      {readOnly ? <Notice kind="warn">{t.imports.readOnly}</Notice> : null}
      <div
        className={classes(styles['drop'], over && styles['over'])}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="import" className={styles['dropIcon']} />
        <p>{t.imports.dropHere}</p>
        <Button kind="primary" icon="folder" disabled={readOnly} onClick={choose}>
          {t.imports.choose}
        </Button>
        <Button kind="plain" size="small" disabled={readOnly} onClick={chooseFolder}>
          {t.imports.chooseFolder}
        </Button>
        <Button kind="plain" size="small" disabled={readOnly} onClick={paste}>
          {t.share.paste}
        </Button>
      </div>
      <h2 className={`h3 ${styles['section']}`}>{t.imports.knows}</h2>
      <dl className={styles['programs']}>
        {t.imports.programs.map(({ name, how }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="muted">{how}</dd>
          </div>
        ))}
      </dl>
    </Page>
  )
}
