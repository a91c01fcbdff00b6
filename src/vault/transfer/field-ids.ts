import { ITEM_TYPES, type TemplateField } from '../../core/vault/item-types.ts'

const LONGEST = 56

/** A field id from another program's word: the same word gives the same id, so that importing again finds it. */
export function slug(label: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  return plain === '' ? 'field' : plain
}

/**
 * The id of a field of the source's own. It stays out of the way of the template's, and does not begin like that of a
 * one-time code, by which the list tells one.
 */
export function ownId(type: string, label: string): string {
  const id = slug(label)
  const isTaken =
    id === 'otp' || id.startsWith('otp-') || ITEM_TYPES.get(type)?.some((field) => field.id === id) === true
  return isTaken ? `own-${id}` : id
}

/** The id, or the first of `id-2`, `id-3`, … that is not taken. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`
}

const EVERY_TEMPLATE: readonly TemplateField[] = [...ITEM_TYPES.values()].flat()

/** The field of the type's template; for a type that has none of this id, what it is elsewhere. */
export function templateField(type: string, id: string): TemplateField | undefined {
  const own = ITEM_TYPES.get(type)?.find((field) => field.id === id)
  return own ?? EVERY_TEMPLATE.find((field) => field.id === id)
}
