import { VaultError } from '../core/errors.ts'
import type { FieldEdit, FieldView, ItemDetail, ItemEdit } from '../shared/item-views.ts'
import { generateSecret } from './generate-secret.ts'
import { labelOf } from './item-fields.ts'
import { type ReminderFlags, withReminders } from './reminders.ts'
import { askNewSecret } from './secret-input.ts'
import { UsageError } from './usage-error.ts'

/** What `add` and `edit` share: options that name fields, and values that are asked for. */
export type ChangeFlags = ReminderFlags & {
  readonly title?: string
  readonly set?: readonly string[]
  readonly secret?: readonly string[]
  readonly generate?: string | true
  readonly remove?: readonly string[]
  readonly tag?: readonly string[]
  readonly untag?: readonly string[]
  readonly favorite?: boolean
}

type Put = Extract<FieldEdit, { change: 'put' }>
type Shape = Pick<ItemDetail, 'fields' | 'tags'>

export async function editFrom(flags: ChangeFlags, before: Shape): Promise<ItemEdit> {
  const fields: FieldEdit[] = [
    ...(flags.set ?? []).map((assignment) => openValue(assignment, before)),
    ...(flags.remove ?? []).map((id): FieldEdit => ({ change: 'remove', id: existing(before, id).id }))
  ]
  if (flags.generate !== undefined)
    fields.push(await generatedValue(flags.generate === true ? 'password' : flags.generate, before))
  for (const id of flags.secret ?? []) fields.push(await askedValue(id, before))
  return {
    fields: withReminders(fields, flags, (id) => put(existing(before, id), {}, before)),
    ...(flags.title === undefined ? {} : { title: flags.title }),
    ...(flags.favorite === undefined ? {} : { favorite: flags.favorite }),
    ...(flags.tag === undefined && flags.untag === undefined ? {} : { tags: tagsAfter(before.tags, flags) })
  }
}

function openValue(assignment: string, before: Shape): FieldEdit {
  const at = assignment.indexOf('=')
  if (at < 1) throw new UsageError('--set takes FIELD=VALUE.')
  const id = assignment.slice(0, at)
  const field = before.fields.find((each) => each.id === id)
  if (field?.concealed)
    throw new UsageError(`"${id}" is concealed: use --secret ${id}, so that its value is not in your shell's history.`)
  const value = assignment.slice(at + 1)
  return field === undefined ? newField(id, before, { concealed: false, value }) : put(field, { value }, before)
}

async function askedValue(id: string, before: Shape): Promise<FieldEdit> {
  const field = before.fields.find((each) => each.id === id)
  const value = await askNewSecret(field === undefined ? id : labelOf(field))
  return field === undefined ? newField(id, before, { concealed: true, value }) : put(field, { value }, before)
}

async function generatedValue(id: string, before: Shape): Promise<FieldEdit> {
  const field = before.fields.find((each) => each.id === id)
  const { text, bits } = await generateSecret({ kind: 'characters' })
  return field === undefined
    ? newField(id, before, { concealed: true, value: text, bits })
    : put(field, { value: text, bits }, before)
}

type Value = { readonly value: string; readonly bits?: number }

/** The field keeps its place: a definition is written whole, and with it where the field stands. */
function put(field: FieldView, value: Value | Readonly<Record<string, never>>, { fields }: Shape): Put {
  const { id, label, kind, concealed, section } = field
  return { change: 'put', id, label, kind, concealed, section, order: fields.indexOf(field), ...value }
}

function newField(id: string, before: Shape, { concealed, ...value }: Value & { concealed: boolean }): FieldEdit {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
    throw new UsageError('A field is named by lower-case letters, digits and hyphens.')
  return {
    change: 'put',
    id,
    label: id,
    kind: concealed ? 'secret' : 'text',
    concealed,
    section: '',
    order: before.fields.length,
    ...value
  }
}

function existing(before: Shape, id: string): FieldView {
  const field = before.fields.find((each) => each.id === id)
  if (field === undefined) throw new VaultError('FIELD_NOT_FOUND')
  return field
}

function tagsAfter(before: readonly string[], flags: ChangeFlags): string[] {
  const gone = new Set(flags.untag ?? [])
  return [...new Set([...before, ...(flags.tag ?? [])])].filter((tag) => !gone.has(tag))
}
