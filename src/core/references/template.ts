import { VaultError } from '../errors.ts'
import { parseReference } from './reference.ts'

/** A text in parts: what stands as it is, and the references whose values go in between. */
export type TemplatePart = { readonly text: string } | { readonly reference: string }

// Other programs have templates in braces too; only ours are touched.
const PLACE = /\{\{\s*(coffer:\/\/[^{}\r\n]*?)\s*\}\}/g

/** `{{ coffer://item/field }}` anywhere in a text. REFERENCE_NOT_FOUND { reference } for one that is malformed. */
export function parseTemplate(text: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = []
  let end = 0
  for (const found of text.matchAll(PLACE)) {
    const [whole, reference = ''] = found
    if (found.index > end) parts.push({ text: text.slice(end, found.index) })
    parts.push({ reference: checked(reference) })
    end = found.index + whole.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

/** The value of a variable: all of it a reference, or a template. */
export function parseValue(text: string): readonly TemplatePart[] {
  return text.startsWith('coffer://') ? [{ reference: checked(text) }] : parseTemplate(text)
}

export const referencesIn = (parts: readonly TemplatePart[]): readonly string[] =>
  parts.flatMap((part) => ('reference' in part ? part.reference : []))

/** The text with the values in it. REFERENCE_NOT_FOUND for one that `values` does not have. */
export function fillTemplate(parts: readonly TemplatePart[], values: ReadonlyMap<string, string>): string {
  return parts.map((part) => ('text' in part ? part.text : valueOf(part.reference, values))).join('')
}

function valueOf(reference: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(reference)
  if (value === undefined) throw new VaultError('REFERENCE_NOT_FOUND', { reference })
  return value
}

function checked(reference: string): string {
  if (parseReference(reference) === null) throw new VaultError('REFERENCE_NOT_FOUND', { reference })
  return reference
}
