import { useRef } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { takeValue } from '../../ui/take-value.ts'
import styles from './import.module.css'
import { useImport } from './import-context.ts'
import { importErrorText } from './import-error-text.ts'
import type { ImportState } from './import-state.ts'

type PasswordStepProps = { readonly step: Extract<ImportState, { at: 'password' }> }

/** The password of the foreign vault: it leaves its field at once and is nowhere in the page afterwards. */
export function PasswordStep({ step: { file, keyFile, error } }: PasswordStepProps) {
  const t = useTexts()
  const { unlock, chooseKeyFile, leave } = useImport()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Page title={t.imports.title} className={styles['page']}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          unlock(takeValue(input.current))
        }}
      >
        <p>{t.imports.isEncrypted(file.name)}</p>
        <PasswordInput
          ref={input}
          autoFocus
          label={t.imports.filePassword}
          labelShown
          hint={t.imports.filePasswordHint}
          error={error === null ? undefined : importErrorText(t, error)}
        />
        <p className={styles['keyFile']}>
          <Button size="small" icon="key" onClick={chooseKeyFile}>
            {t.imports.keyFile}
          </Button>
          <span className="muted truncate">{keyFile === null ? t.imports.noKeyFile : keyFile.name}</span>
        </p>
        <div className={styles['acts']}>
          <Button onClick={leave}>{t.ui.cancel}</Button>
          <Button kind="primary" submits>
            {t.imports.open}
          </Button>
        </div>
      </form>
    </Page>
  )
}
