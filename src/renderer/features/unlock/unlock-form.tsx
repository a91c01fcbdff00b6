import { type FormEvent, useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { errorCode, errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { DeviceKeyField } from './device-key-field.tsx'
import styles from './unlock.module.css'
import { useUnlock } from './use-unlock.ts'

type UnlockFormProps = {
  readonly file: ChosenFile
  readonly onDamaged: (offset: number | null) => void
}

/** Errors of the file, not of the password: a backup may help. */
const BACKUP_HELPS: ReadonlySet<string> = new Set(['VAULT_ROLLED_BACK', 'NOT_A_VAULT', 'KDF_REFUSED'])

export function UnlockForm({ file, onDamaged }: UnlockFormProps) {
  const t = useTexts()
  const { input, deviceKey, task, typed } = useUnlock(file, onDamaged)
  const [needsKey, setNeedsKey] = useState(false)
  const code = task.error === null ? null : errorCode(task.error)
  // A key that was mistyped is asked for again.
  if (code === 'DEVICE_KEY_NEEDED' && !needsKey) setNeedsKey(true)
  const wrong = code === 'WRONG_PASSWORD'
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    task.run()
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <PasswordInput
        ref={input}
        label={t.common.masterPassword}
        large
        autoFocus
        disabled={task.busy}
        onInput={typed}
        error={wrong ? errorText(t, task.error) : undefined}
        endAction={
          <IconButton icon="arrow" label={t.unlock.unlock} className={styles['go']} disabled={task.busy} submits />
        }
      />
      {needsKey ? <DeviceKeyField ref={deviceKey} /> : null}
      {task.busy ? (
        <div className={styles['work']}>
          <JobBar job="unlock" label={t.unlock.unlocking} />
        </div>
      ) : null}
      {task.error === null || wrong || code === 'DEVICE_KEY_NEEDED' ? null : (
        <Notice kind="danger" className={styles['notice']}>
          <p>{errorText(t, task.error)}</p>
          {BACKUP_HELPS.has(errorCode(task.error)) ? (
            <Button size="small" onClick={() => onDamaged(null)}>
              {t.unlock.restoreInstead}
            </Button>
          ) : null}
        </Notice>
      )}
    </form>
  )
}
