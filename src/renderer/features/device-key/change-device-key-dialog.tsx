import { useRef, useState } from 'react'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useSession } from '../../session/session.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Notice } from '../../ui/notice.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PasswordDialog } from '../password/password-dialog.tsx'
import { DeviceKeySheet } from './device-key-sheet.tsx'
import { useKeychainReady } from './use-keychain-ready.ts'

type ChangeDeviceKeyDialogProps = { readonly change: 'add' | 'replace' | 'remove'; readonly onClose: () => void }

/** Turns the second key on, off, or over: each seals the vault anew, so each asks for the password and the phrase. */
export function ChangeDeviceKeyDialog({ change, onClose }: ChangeDeviceKeyDialogProps) {
  const t = useTexts()
  const { refresh } = useSession()
  const toast = useToast()
  const ready = useKeychainReady(change !== 'remove')
  const [printed, setPrinted] = useState<string | null>(null)
  const password = useRef<HTMLInputElement>(null)
  const phrase = useRef<HTMLTextAreaElement>(null)
  const task = useTask(async () => {
    const typed = { masterPassword: secret(takeValue(password.current)), phrase: secret(takeValue(phrase.current)) }
    if (change === 'remove') await call('deviceKey.remove', typed)
    else setPrinted((await call('deviceKey.add', typed)).printed)
    await refresh()
    if (change !== 'remove') return
    toast.show({ text: t.deviceKey.turnedOff })
    onClose()
  })
  if (printed !== null) return <DeviceKeySheet printed={printed} onClose={onClose} />
  return (
    <PasswordDialog
      title={t.deviceKey[`${change}Title`]}
      text={t.deviceKey[`${change}Text`]}
      label={t.common.masterPassword}
      action={t.deviceKey[`${change}Action`]}
      input={password}
      task={task}
      job="rekey"
      jobLabel={t.deviceKey.sealing}
      disabled={ready === false}
      onClose={onClose}
    >
      <TextArea
        ref={phrase}
        label={t.recovery.words}
        placeholder={t.recovery.words}
        mono
        rows={4}
        autoCapitalize="none"
        onInput={task.clear}
      />
      {ready === false ? <Notice kind="danger">{t.deviceKey.noKeychain}</Notice> : null}
    </PasswordDialog>
  )
}
