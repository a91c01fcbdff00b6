import { useRef, useState } from 'react'
import type { Output } from '../../../shared/api.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Check } from '../../ui/check.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { PasswordDialog } from '../password/password-dialog.tsx'
import { LEAST_CHARACTERS, missingCharacters } from '../password/password-rules.ts'
import { ExportedDialog } from './exported-dialog.tsx'

type Exported = NonNullable<Output<'backup.export'>>

/** Asks for the master password again, then writes a backup that can be given away. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const [own, setOwn] = useState(false)
  const [missing, setMissing] = useState(() => missingCharacters(''))
  const [exported, setExported] = useState<Exported | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const ownInput = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    const backupPassword = secret(takeValue(ownInput.current))
    setMissing(missingCharacters(''))
    const masterPassword = secret(takeValue(input.current))
    const done = await call('backup.export', { masterPassword, ...(own ? { backupPassword } : {}) })
    if (done === null) return
    setExported(done)
  })
  if (exported !== null) return <ExportedDialog exported={exported} onClose={onClose} />
  return (
    <PasswordDialog
      title={t.backups.exportTitle}
      text={t.backups.exportAsk}
      label={t.common.masterPassword}
      action={t.backups.export}
      input={input}
      task={task}
      job="export"
      jobLabel={t.backups.exporting}
      disabled={own && missing > 0}
      onClose={onClose}
    >
      <div>
        <Check checked={own} onChange={setOwn}>
          {t.backups.ownPassword}
        </Check>
        <p className="hint muted small">{t.backups.ownPasswordText}</p>
      </div>
      {own ? (
        <PasswordInput
          ref={ownInput}
          label={t.backups.backupPassword}
          labelShown
          onInput={(event) => setMissing(missingCharacters(event.currentTarget.value))}
          hint={missing > 0 ? t.password.tooShort(LEAST_CHARACTERS, missing) : undefined}
        />
      ) : null}
    </PasswordDialog>
  )
}
