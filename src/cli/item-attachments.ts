import { VaultError } from '../core/errors.ts'
import type { AttachmentView } from '../shared/attachment-views.ts'
import type { ItemDetail } from '../shared/item-views.ts'

/** An attachment by its field, or by its name where only one has it. FIELD_NOT_FOUND, BAD_REQUEST { matches }. */
export function attachmentNamed({ attachments }: Pick<ItemDetail, 'attachments'>, text: string): AttachmentView {
  const byField = attachments.find(({ field }) => field === text)
  if (byField !== undefined) return byField
  const byName = attachments.filter(({ name }) => name === text)
  const [only] = byName
  if (only === undefined) throw new VaultError('FIELD_NOT_FOUND')
  if (byName.length > 1) throw new VaultError('BAD_REQUEST', { matches: byName.length })
  return only
}
