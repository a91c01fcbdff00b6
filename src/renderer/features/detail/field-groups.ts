import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import { isFilled } from './quick-fields.ts'

export type FieldGroup = { readonly section: string; readonly fields: readonly FieldView[] }

/** Filled fields by section, in their order; the fields without a section come first. */
export function fieldGroups({ fields }: Pick<ItemDetail, 'fields'>): readonly FieldGroup[] {
  const filled = fields.filter(isFilled)
  const sections = [...new Set(['', ...filled.map(({ section }) => section)])]
  return sections.map((section) => ({ section, fields: filled.filter((field) => field.section === section) }))
}

/** A second website has no label of its own. */
export const isAgain = (fields: readonly FieldView[], place: number): boolean => {
  const field = fields[place]
  const before = fields[place - 1]
  return field?.kind === 'url' && before?.kind === 'url' && before.label === field.label
}
