import { type RefObject, useEffect, useRef } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { ApiError, call } from '../../api.ts'
import { errorCode } from '../../error-text.ts'
import { useSession } from '../../session/session.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'

export type Unlock = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly deviceKey: RefObject<HTMLInputElement | null>
  readonly task: Task<[]>
}

/** The password leaves its field at submit and is nowhere in the page afterwards. */
export function useUnlock(file: ChosenFile, onDamaged: (offset: number | null) => void): Unlock {
  const { opened } = useSession()
  const input = useRef<HTMLInputElement>(null)
  const deviceKey = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    const masterPassword = takeValue(input.current)
    if (masterPassword === '') return
    const typed = takeValue(deviceKey.current)
    const second = typed === '' ? {} : { deviceKey: typed }
    try {
      opened(await call('vault.unlock', { file: file.handle, masterPassword, ...second }))
    } catch (error) {
      if (errorCode(error) === 'VAULT_DAMAGED') onDamaged(damageOffset(error))
      else throw error
    }
  })
  useEffect(() => {
    if (!task.busy) input.current?.focus()
  }, [task.busy, file])
  return { input, deviceKey, task }
}

export function damageOffset(error: unknown): number | null {
  const offset = error instanceof ApiError ? error.detail['offset'] : undefined
  return typeof offset === 'number' ? offset : null
}
