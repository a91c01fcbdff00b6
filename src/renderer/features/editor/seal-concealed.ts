import type { Input } from '../../../shared/api.ts'
import type { ItemEdit } from '../../../shared/item-views.ts'
import { type FromPage, secret } from '../../secret.ts'

/** An edit as it leaves the page: the values of concealed fields are sealed. */
export function sealConcealed(edit: ItemEdit): FromPage<Input<'item.edit'>['edit']> {
  const fields = edit.fields.map((field) => {
    if (field.change === 'remove' || !field.concealed || field.value === undefined) return field
    return { ...field, value: secret(field.value) }
  })
  return { ...edit, fields }
}
