import { VaultError } from '../core/errors.ts'
import type { FieldView, ItemDetail } from '../shared/views.ts'

/** A field by its id, or by its label without regard to case. */
export function fieldNamed(detail: Pick<ItemDetail, 'fields'>, name: string): FieldView {
  const byId = detail.fields.find((field) => field.id === name)
  const byLabel = detail.fields.filter((field) => field.label.toLowerCase() === name.toLowerCase())
  const found = byId ?? (byLabel.length === 1 ? byLabel[0] : undefined)
  if (found === undefined) throw new VaultError('FIELD_NOT_FOUND')
  return found
}
