import { useRef, useState } from 'react'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useSession } from '../../session/session.ts'
import { useTask } from '../../session/use-task.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { PasswordDialog } from '../password/password-dialog.tsx'

/** Going on from an older file gives something up: the master password is asked again. */
export function AcceptOlder({ missingSince }: { readonly missingSince: number }) {
  const t = useTexts()
  const format = useFormat()
  const { opened } = useSession()
  const [asks, setAsks] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    opened(await call('vault.acceptOlder', { masterPassword: secret(takeValue(input.current)) }))
  })
  return (
    <>
      <Button size="small" onClick={() => setAsks(true)}>
        {t.notices.acceptOlder}
      </Button>
      {asks ? (
        <PasswordDialog
          title={t.notices.acceptTitle}
          text={t.notices.acceptText(format.momentWithin(missingSince))}
          label={t.common.masterPassword}
          action={t.notices.accept}
          input={input}
          task={task}
          job="unlock"
          jobLabel={t.notices.accepting}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </>
  )
}
