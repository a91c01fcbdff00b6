import { useRef } from 'react'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useSession } from '../../session/session.ts'
import { useTask } from '../../session/use-task.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { takeValue } from '../../ui/take-value.ts'
import { useToast } from '../../ui/toast.tsx'
import { PasswordDialog } from '../password/password-dialog.tsx'

type RestoreDialogProps = {
  readonly handle: string
  /** File name or time of the backup. */
  readonly name: string
  readonly onClose: () => void
}

/** Puts a backup in the place of a vault, and opens it. */
export function RestoreDialog({ handle, name, onClose }: RestoreDialogProps) {
  const t = useTexts()
  const format = useFormat()
  const toast = useToast()
  const { opened } = useSession()
  const input = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    const done = await call('backup.restore', { file: handle, password: secret(takeValue(input.current)) })
    if (done === null) return
    opened(done.vault)
    const kept = done.keptAs === null ? '' : ` ${t.backups.keptAs(fileName(done.keptAs))}`
    const missing =
      done.missingSince === null ? '' : ` ${t.backups.missingSince(format.momentWithin(done.missingSince))}`
    toast.show({ text: `${t.backups.restored}.${missing}${kept}` })
  })
  return (
    <PasswordDialog
      title={t.backups.restoreTitle}
      text={
        <>
          <span className="strong">{name}</span> – {t.backups.restoreText}
        </>
      }
      label={t.backups.password}
      hint={t.backups.passwordHint}
      action={t.backups.restoreAction}
      input={input}
      task={task}
      job="restore"
      jobLabel={t.backups.restoring}
      onClose={onClose}
    />
  )
}

/** It lies beside the vault; the sentence says so, and its folder would not fit. */
const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
