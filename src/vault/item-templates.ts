import { ITEM_TYPES, type TemplateField } from '../core/vault/item-types.ts'
import type { FieldView, ItemTemplate } from '../shared/views.ts'

/** What the window offers for a new item of each type. */
export function itemTemplates(): ItemTemplate[] {
  return [...ITEM_TYPES].map(([type, fields]) => ({
    type,
    fields: fields.map(({ id, kind, concealed }) => ({ id, label: labelOf(id), kind, concealed, section: '' }))
  }))
}

/** The fields of an empty item; none for a type that is the user's own. */
export function templateFields(type: string): FieldView[] {
  return (ITEM_TYPES.get(type) ?? []).map(emptyField)
}

function emptyField({ id, kind, concealed }: TemplateField): FieldView {
  const head = { id, label: labelOf(id), kind, section: '', olderVersions: 0 }
  return concealed ? { ...head, concealed, empty: true, bits: null } : { ...head, concealed, value: '' }
}

const labelOf = (id: string): string => `field.${id}`
