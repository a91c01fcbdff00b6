import { useEffect, useState } from 'react'
import type { PendingPassword } from '../../../shared/history-views.ts'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'

/** Fields of the item whose new password waits until the site has taken it. */
export function usePending({ id, revision }: ItemDetail): readonly PendingPassword[] {
  const [pending, setPending] = useState<readonly PendingPassword[]>([])
  useEffect(() => {
    let wanted = true
    call('passwordChange.pending', { item: id }).then(
      (next) => wanted && setPending(next),
      () => wanted && setPending([])
    )
    return () => {
      wanted = false
    }
  }, [id, revision])
  return pending
}
