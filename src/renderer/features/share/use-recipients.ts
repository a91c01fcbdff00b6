import { useCallback, useEffect, useState } from 'react'
import type { Recipient } from '../../../shared/share-views.ts'
import { call } from '../../api.ts'

/** Keys of others; null until they have been read. */
export function useRecipients() {
  const [list, setList] = useState<readonly Recipient[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const load = useCallback(async () => setList(await call('share.recipients', undefined)), [])
  useEffect(() => {
    void load().catch(setError)
  }, [load])
  return { list, error, load }
}
