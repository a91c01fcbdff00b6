import type { FieldEdit, ItemEdit } from '../../shared/item-views.ts'
import type { Strength } from './strength.ts'

/** The edit with what was said of the passwords in it, so that what is kept of them is what was shown. Waits for nobody. */
export function withTypedBits(edit: ItemEdit, { toldOf }: Pick<Strength, 'toldOf'>): ItemEdit {
  return { ...edit, fields: edit.fields.map((field) => fieldWithBits(field, toldOf)) }
}

function fieldWithBits(field: FieldEdit, toldOf: Strength['toldOf']): FieldEdit {
  if (field.change !== 'put' || field.kind !== 'password' || field.value === undefined) return field
  // Of a generated value the exact number is known.
  const bits = field.bits ?? toldOf(field.value)
  return bits === undefined ? field : { ...field, bits }
}
