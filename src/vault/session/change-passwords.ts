import type { PendingPassword } from '../../shared/history-views.ts'
import type { ItemDetail } from '../../shared/item-views.ts'
import { readDetails } from '../item/read-details.ts'
import { beginPasswordChange, confirmPasswordChange, dropPasswordChange, pendingPasswords } from '../password-change.ts'
import { readItem } from './browse-items.ts'
import type { SessionContext } from './session-context.ts'

/** A new password beside the old one, until the site has taken it. */
export type ChangePasswords = {
  pendingPasswords(id: string): Promise<PendingPassword[]>
  /** `bits` where they are known exactly. */
  beginPasswordChange(id: string, field: string, next: { text: string; bits: number | null }): Promise<void>
  /** FIELD_NOT_FOUND when no new value waits. */
  confirmPasswordChange(id: string, field: string): Promise<ItemDetail>
  dropPasswordChange(id: string, field: string): Promise<void>
}

export function changePasswords(context: SessionContext): ChangePasswords {
  const { opened, undo } = context
  return {
    async pendingPasswords(id) {
      await readDetails(opened(), [id])
      return pendingPasswords(opened(), id)
    },
    beginPasswordChange: (id, field, next) => undo.save('password', beginPasswordChange(id, field, next), [id]),
    async confirmPasswordChange(id, field) {
      await undo.save('password', confirmPasswordChange(id, field), [id])
      return readItem(context, id)
    },
    dropPasswordChange: (id, field) => undo.save('password', dropPasswordChange(id, field), [id])
  }
}
