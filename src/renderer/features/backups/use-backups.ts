import { useCallback, useEffect, useState } from 'react'
import type { BackupView } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { type Task, useTask } from '../../session/use-task.ts'

export type Backups = {
  /** Newest first; null until they have been read. */
  readonly list: readonly BackupView[] | null
  readonly loadError: unknown
  readonly makeNow: Task<[]>
}

export function useBackups(onMade: () => void): Backups {
  const [list, setList] = useState<readonly BackupView[] | null>(null)
  const [loadError, setLoadError] = useState<unknown>(null)
  const load = useCallback(async () => {
    const found = await call('backup.list', undefined)
    setList(found.toSorted((a, b) => b.at - a.at))
  }, [])
  useEffect(() => {
    void load().catch(setLoadError)
  }, [load])
  const makeNow = useTask(async () => {
    await call('backup.makeNow', undefined)
    await load()
    onMade()
  })
  return { list, loadError, makeNow }
}
