import { VaultError } from '../../core/errors.ts'
import type { Json } from '../../core/vault/json.ts'
import { utf8Length } from '../../core/vault/text.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { FieldEdit, ItemEdit } from '../../shared/item-views.ts'

/**
 * What one item can hold. A property stands whole in a frame of 2^20 - 1 bytes (docs/FORMAT.md, sections 5 and 16), a
 * concealed one padded and in base64; a change has at most 10,000 properties. Well below, so that what was saved once can
 * be sealed anew under other keys.
 */
export const LIMITS = {
  title: 10_000,
  tag: 255,
  tags: 5000,
  fields: 1000,
  label: 1000,
  /** Bytes of a value as it stands in the file, and of the text of a concealed one. */
  open: 1_000_000,
  concealed: 700_000,
  properties: 9900
} as const

type Checked = Pick<ItemEdit, 'title' | 'tags'> & { readonly fields: readonly FieldEdit[] }

/** TOO_LARGE { what, most } before anything is changed; the detail names the limit and never what was typed. */
export function checkEdit({ title, tags, fields }: Checked, winners: ReadonlyMap<string, Version>): void {
  most('title', title?.length ?? 0)
  most('tags', tags?.length ?? 0)
  for (const tag of tags ?? []) most('tag', tag.trim().length)
  const held = new Set([...winners].flatMap(([name, { value }]) => (value === null ? [] : fieldOf(name))))
  for (const field of fields) {
    if (field.change === 'remove') held.delete(field.id)
    else held.add(field.id)
    if (field.change === 'put') {
      most('label', Math.max(field.label.length, field.section.length))
      if (field.concealed) most('concealed', utf8Length(field.value ?? ''), 'text')
    }
  }
  most('fields', held.size)
}

/** The same of what the edit comes to. */
export function checkSet(set: Readonly<Record<string, Json>>): void {
  const entries = Object.entries(set)
  most('properties', entries.length, 'fields')
  for (const [name, value] of entries) {
    if (typeof value === 'string') most('open', utf8Length(JSON.stringify(value)), name === 'title' ? 'title' : 'text')
  }
}

function most(limit: keyof typeof LIMITS, found: number, what: string = limit): void {
  if (found > LIMITS[limit]) throw new VaultError('TOO_LARGE', { what, most: LIMITS[limit] })
}

const fieldOf = (name: string): string[] => (name.startsWith('field:') ? [name.slice('field:'.length)] : [])
