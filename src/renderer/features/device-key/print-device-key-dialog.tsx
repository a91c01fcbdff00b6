import { useRef, useState } from 'react'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { takeValue } from '../../ui/take-value.ts'
import { PasswordDialog } from '../password/password-dialog.tsx'
import { DeviceKeySheet } from './device-key-sheet.tsx'

/** Asks for the master password again: the sheet opens the vault wherever that is known. */
export function PrintDeviceKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const [printed, setPrinted] = useState<string | null>(null)
  const password = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    setPrinted((await call('deviceKey.print', { masterPassword: secret(takeValue(password.current)) })).printed)
  })
  if (printed !== null) return <DeviceKeySheet printed={printed} onClose={onClose} />
  return (
    <PasswordDialog
      title={t.deviceKey.printTitle}
      text={t.deviceKey.printText}
      label={t.common.masterPassword}
      action={t.deviceKey.printAction}
      input={password}
      task={task}
      job="unlock"
      jobLabel={t.unlock.unlocking}
      onClose={onClose}
    />
  )
}
