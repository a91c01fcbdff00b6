import type { Texts } from '../../texts/en.ts'
import { fieldLabel } from '../../texts/type-names.ts'

/** What the user calls what the engine names by its key. */
export function fieldName(t: Texts, { field, label }: { readonly field: string; readonly label: string }): string {
  if (field.startsWith('tag:')) return t.merge.tag(field.slice(4))
  if (label !== '') return fieldLabel(t, label)
  const own: Readonly<Record<string, string>> = t.merge.own
  return own[field] ?? field.replace(/^field:/, '')
}
