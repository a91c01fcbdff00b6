import type { FieldEdit, FieldKind, FieldView, ItemDetail, ItemEdit, ItemTemplate } from '../../../shared/item-views.ts'

/** A field in the making. */
export type DraftField = {
  readonly id: string
  /** A key of the catalogue for fields of a template, the user's own word otherwise. */
  readonly label: string
  readonly kind: FieldKind
  readonly concealed: boolean
  readonly section: string
  /** What is in the field now; null for a concealed value that nobody has looked at. */
  readonly value: string | null
  /** What the vault holds; null for a concealed value that has not crossed to the page. */
  readonly saved: string | null
  /** Nothing is stored under this field. */
  readonly empty: boolean
  /** Exact strength of a generated value, as long as it is not typed over. */
  readonly bits?: number
  /** A date that is reminded of; absent: as the vault has it. */
  readonly expiry?: boolean
  readonly rotateDays?: number | null
}

export type Draft = {
  readonly title: string
  readonly favorite: boolean
  readonly tags: readonly string[]
  readonly fields: readonly DraftField[]
}

export function draftOf(detail: ItemDetail): Draft {
  const { title, favorite, tags, fields } = detail
  return { title, favorite, tags, fields: fields.map(draftField) }
}

function draftField(field: FieldView): DraftField {
  const { id, label, kind, section } = field
  const head = { id, label, kind, section, ...reminderOf(field) }
  if (!field.concealed)
    return { ...head, concealed: false, value: field.value, saved: field.value, empty: field.value === '' }
  const known = field.empty ? '' : null
  return { ...head, concealed: true, value: known, saved: known, empty: field.empty }
}

type Reminder = { readonly expiry?: boolean | undefined; readonly rotateDays?: number | null | undefined }

/** What is said about reminding, and nothing where nothing is. */
export const reminderOf = ({ expiry, rotateDays }: Reminder): Pick<DraftField, 'expiry' | 'rotateDays'> => ({
  ...(expiry === undefined ? {} : { expiry }),
  ...(rotateDays === undefined ? {} : { rotateDays })
})

/** A new item: the template's fields, all empty. */
export function draftFrom(template: ItemTemplate, title = ''): Draft {
  const fields = template.fields.map((field) => ({
    ...field,
    value: '',
    saved: '',
    empty: true,
    // What a template calls its end is reminded of unless one says otherwise.
    ...(field.id === 'expires' ? { expiry: true } : {})
  }))
  return { title, favorite: false, tags: [], fields }
}

export const NOTHING: Draft = { title: '', favorite: false, tags: [], fields: [] }

export const isChanged = (field: DraftField): boolean => field.value !== null && field.value !== field.saved

/**
 * What has to be told to the vault to get from `before` to `now`. A concealed value that was not touched is absent: the
 * page never held it. `before` is NOTHING for an item that does not exist yet.
 */
export function toEdit(before: Draft, now: Draft): ItemEdit {
  const moved = !sameOrder(before.fields, now.fields)
  const known = new Map(before.fields.map((field) => [field.id, field]))
  const puts = now.fields.flatMap((field, order) => fieldEdits(known.get(field.id), field, { order, moved }))
  const kept = new Set(now.fields.map((field) => field.id))
  const removals = before.fields
    .filter((field) => !kept.has(field.id))
    .map(({ id }): FieldEdit => ({ change: 'remove', id }))
  return {
    ...(now.title === before.title ? {} : { title: now.title }),
    ...(now.favorite === before.favorite ? {} : { favorite: now.favorite }),
    ...(sameTags(before.tags, now.tags) ? {} : { tags: [...now.tags] }),
    fields: [...puts, ...removals]
  }
}

type Place = { readonly order: number; readonly moved: boolean }

function fieldEdits(before: DraftField | undefined, now: DraftField, { order, moved }: Place): FieldEdit[] {
  const { id, label, kind, concealed, section } = now
  const redefined = before === undefined || !sameDefinition(before, now)
  const changed = isChanged(now)
  if (!moved && !redefined && !changed) return []
  return [
    {
      change: 'put',
      id,
      label,
      kind,
      concealed,
      section,
      order,
      ...(changed && now.value !== null ? { value: now.value } : {}),
      ...(changed && now.bits !== undefined ? { bits: now.bits } : {}),
      ...(before?.expiry === now.expiry && before?.rotateDays === now.rotateDays ? {} : reminderOf(now))
    }
  ]
}

export const isEmptyEdit = ({ title, favorite, tags, fields }: ItemEdit): boolean =>
  title === undefined && favorite === undefined && tags === undefined && fields.length === 0

/** Whether a new item has anything in it that would be missed. */
export const hasContent = ({ title, tags, fields }: Draft): boolean =>
  title.trim() !== '' || tags.length > 0 || fields.some(isChanged)

const sameDefinition = (one: DraftField, other: DraftField): boolean =>
  one.label === other.label &&
  one.kind === other.kind &&
  one.concealed === other.concealed &&
  one.expiry === other.expiry &&
  one.rotateDays === other.rotateDays &&
  one.section === other.section

const sameOrder = (one: readonly DraftField[], other: readonly DraftField[]): boolean =>
  one.length === other.length && one.every((field, place) => field.id === other[place]?.id)

const sameTags = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((tag, place) => tag === other[place])
