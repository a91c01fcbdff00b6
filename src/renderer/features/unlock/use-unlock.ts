import { type RefObject, useEffect, useRef } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { ApiError, call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { errorCode } from '../../error-text.ts'
import { firstAsk, PAGE_ROWS } from '../../session/first-list.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useSession } from '../../session/session.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'

export type Unlock = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly deviceKey: RefObject<HTMLInputElement | null>
  readonly task: Task<[]>
  /** A letter was typed. */
  readonly typed: () => void
}

/** The password leaves its field at submit and is nowhere in the page afterwards. */
export function useUnlock(file: ChosenFile, onDamaged: (offset: number | null) => void): Unlock {
  const { opened } = useSession()
  const { settings } = useSettings()
  const input = useRef<HTMLInputElement>(null)
  const deviceKey = useRef<HTMLInputElement>(null)
  const prepared = useRef(false)
  const task = useTask(async () => {
    const password = takeValue(input.current)
    if (password === '') return
    const typed = takeValue(deviceKey.current)
    const second = typed === '' ? {} : { deviceKey: typed }
    try {
      const ask = firstAsk(settings)
      const first = { ...ask, from: 0, count: PAGE_ROWS }
      const masterPassword = secret(password)
      const { vault, list } = await call('vault.unlock', { file: file.handle, masterPassword, ...second, first })
      opened(vault, 'items', list === undefined ? null : { ask, page: list })
    } catch (error) {
      if (errorCode(error) === 'VAULT_DAMAGED') onDamaged(damageOffset(error))
      else throw error
    } finally {
      // After a failure the process that saw the password is gone.
      prepared.current = false
    }
  })
  useEffect(() => {
    if (!task.busy) input.current?.focus()
  }, [task.busy, file])
  const typed = () => {
    task.clear()
    if (prepared.current) return
    prepared.current = true
    // Only to be quicker: unlocking starts what is missing.
    call('vault.prepare', undefined).catch(() => {})
  }
  return { input, deviceKey, task, typed }
}

export function damageOffset(error: unknown): number | null {
  const offset = error instanceof ApiError ? error.detail['offset'] : undefined
  return typeof offset === 'number' ? offset : null
}
