import { VaultError } from '../core/errors.ts'
import { fieldLabel } from '../shared/english-labels.ts'
import type { FieldView, ItemDetail } from '../shared/item-views.ts'

/** What a person calls the field: the label of a template is a key of the catalogues. */
export const labelOf = ({ label }: Pick<FieldView, 'label'>): string => fieldLabel(label)

/** A field by its id, or by its label without regard to case. */
export function fieldNamed(detail: Pick<ItemDetail, 'fields'>, name: string): FieldView {
  const byId = detail.fields.find((field) => field.id === name)
  const byLabel = detail.fields.filter((field) => labelOf(field).toLowerCase() === name.toLowerCase())
  const found = byId ?? (byLabel.length === 1 ? byLabel[0] : undefined)
  if (found === undefined) throw new VaultError('FIELD_NOT_FOUND')
  return found
}
