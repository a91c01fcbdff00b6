import { ITEM_TYPES, type TemplateField } from '../core/vault/item-types.ts'
import type { FieldView, ItemTemplate } from '../shared/item-views.ts'

/** What the window offers for a new item of each type. */
export function itemTemplates(): ItemTemplate[] {
  return [...ITEM_TYPES].map(([type, fields]) => ({ type, fields: [...fields] }))
}

/** The fields of an empty item; none for a type that is the user's own. */
export function templateFields(type: string): FieldView[] {
  return (ITEM_TYPES.get(type) ?? []).map(emptyField)
}

export function emptyField({ concealed, ...field }: TemplateField): FieldView {
  const head = { ...field, olderVersions: 0 }
  return concealed ? { ...head, concealed, empty: true, bits: null } : { ...head, concealed, value: '' }
}
