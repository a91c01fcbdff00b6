import type { FieldEdit, ItemEdit } from '../../shared/item-views.ts'

/** Half a character (a lone surrogate, from a cut paste) has no UTF-8; it becomes U+FFFD, as everywhere on the web. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

export function wellFormedEdit(edit: ItemEdit): ItemEdit {
  return {
    ...edit,
    ...(edit.title === undefined ? {} : { title: wellFormed(edit.title) }),
    ...(edit.tags === undefined ? {} : { tags: edit.tags.map(wellFormed) }),
    fields: edit.fields.map(wellFormedField)
  }
}

function wellFormedField(field: FieldEdit): FieldEdit {
  if (field.change === 'remove') return field
  const { label, section, value } = field
  const head = { ...field, label: wellFormed(label), section: wellFormed(section) }
  return value === undefined ? head : { ...head, value: wellFormed(value) }
}
