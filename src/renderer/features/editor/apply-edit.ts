import type { FieldEdit, ItemEdit } from '../../../shared/item-views.ts'
import { type Draft, type DraftField, reminderOf } from './draft.ts'

type Put = Extract<FieldEdit, { change: 'put' }>

/**
 * `draft` with the changes of an edit laid over it: how a draft that was kept through a lock comes back, and how changes
 * move onto an item that was changed meanwhile. Fields stand where the edit puts them, others keep their turn.
 */
export function applyEdit(draft: Draft, edit: ItemEdit): Draft {
  const removed = new Set(edit.fields.filter((each) => each.change === 'remove').map(({ id }) => id))
  const puts = edit.fields.filter((each): each is Put => each.change === 'put')
  return {
    title: edit.title ?? draft.title,
    favorite: edit.favorite ?? draft.favorite,
    tags: edit.tags ?? draft.tags,
    fields: placeAll(
      draft.fields.filter((field) => !removed.has(field.id)),
      puts
    )
  }
}

function placeAll(fields: readonly DraftField[], puts: readonly Put[]): readonly DraftField[] {
  const known = new Map(fields.map((field) => [field.id, field]))
  const named = new Set(puts.map(({ id }) => id))
  const result = fields.filter((field) => !named.has(field.id))
  for (const put of puts.toSorted((one, other) => one.order - other.order)) {
    result.splice(Math.min(put.order, result.length), 0, putOver(known.get(put.id), put))
  }
  return result
}

function putOver(field: DraftField | undefined, put: Put): DraftField {
  const { id, label, kind, concealed, section, value, bits, expiry, rotateDays } = put
  const saved = field === undefined ? '' : field.saved
  return {
    id,
    label,
    kind,
    concealed,
    section,
    value: value ?? (field === undefined ? '' : field.value),
    saved,
    empty: field?.empty ?? true,
    ...(bits === undefined ? {} : { bits }),
    ...reminderOf({
      ...field,
      ...(expiry === undefined ? {} : { expiry }),
      ...(rotateDays === undefined ? {} : { rotateDays })
    })
  }
}
