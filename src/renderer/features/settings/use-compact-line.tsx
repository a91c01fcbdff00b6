import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { useSession } from '../../session/session.ts'
import { useTask } from '../../session/use-task.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { SettingLine } from './setting-row.tsx'

export function useCompactLine(): SettingLine {
  const t = useTexts()
  const format = useFormat()
  const toast = useToast()
  const { session } = useSession()
  const isReadOnly = session.status !== 'unlocked' || session.vault.readOnly
  const task = useTask(async () => {
    const { before, after } = await call('vault.compact', undefined)
    toast.show({ text: t.settings.compact.done(format.bytes(before), format.bytes(after)) })
  })
  const { name, why, action } = t.settings.compact
  const control = (
    <Button disabled={task.busy || isReadOnly} onClick={task.run}>
      {action}
    </Button>
  )
  return { name, why: task.error === null ? why : errorText(t, task.error), control }
}
