import { useRef, useState } from 'react'
import type { Output } from '../../../shared/api.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useTask } from '../../session/use-task.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { PasswordDialog } from '../password/password-dialog.tsx'

type CheckDialogProps = { readonly handle: string; readonly name: string; readonly onClose: () => void }

/** Reads a backup to its last byte without changing anything. */
export function CheckDialog({ handle, name, onClose }: CheckDialogProps) {
  const t = useTexts()
  const format = useFormat()
  const [found, setFound] = useState<Output<'backup.check'> | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    setFound(await call('backup.check', { file: handle, password: secret(takeValue(input.current)) }))
  })
  if (found !== null) {
    const when = found.changedAt === null ? null : format.momentWithin(found.changedAt)
    return (
      <Dialog
        title={t.backups.checked(found.items)}
        onClose={onClose}
        foot={<Button onClick={onClose}>{t.ui.close}</Button>}
      >
        {t.backups.checkedName(found.vaultName, when)}
      </Dialog>
    )
  }
  return (
    <PasswordDialog
      title={t.backups.checkTitle}
      text={
        <>
          <span className="strong">{name}</span> – {t.backups.checkText}
        </>
      }
      label={t.backups.password}
      hint={t.backups.passwordHint}
      action={t.backups.check}
      input={input}
      task={task}
      job="backup"
      jobLabel={t.backups.checking}
      onClose={onClose}
    />
  )
}
