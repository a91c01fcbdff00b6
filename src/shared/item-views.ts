import * as v from 'valibot'
import { attachmentView } from './attachment-views.ts'
import { count, MAX_TEXT, text, time } from './limits.ts'
import { sealedSecret } from './sealed-secret.ts'
import { fieldId, itemId, itemType, revision } from './ids.ts'

/**
 * An item as the page sees it, and what the page may ask to change in it. Every schema is strict: an object that carries
 * one property too many (a password, say) is refused, not trimmed. A detail never holds a concealed value; one crosses
 * at a time, when it is asked for.
 */

export const fieldKind = v.picklist([
  'text',
  'password',
  'secret',
  'pin',
  'email',
  'url',
  'phone',
  'date',
  'month',
  'otp',
  'multiline',
  'number'
])
export type FieldKind = v.InferOutput<typeof fieldKind>

/** Why something is to be looked at again: it ends on a day, or is to be changed every so often. */
export const dueReason = v.picklist(['expires', 'rotate'])
export type DueReason = v.InferOutput<typeof dueReason>

const fieldHead = {
  id: fieldId,
  label: v.string(),
  kind: fieldKind,
  section: v.string(),
  /** Older values kept in the history of this field. */
  olderVersions: count,
  /** A date that the item ends with, and is reminded of. */
  expiry: v.optional(v.boolean()),
  /** A secret that is to be changed every so many days. */
  rotateDays: v.optional(v.nullable(v.pipe(count, v.minValue(1), v.maxValue(3650))))
}

export const openField = v.strictObject({ ...fieldHead, concealed: v.literal(false), value: v.string() })

export const concealedField = v.strictObject({
  ...fieldHead,
  concealed: v.literal(true),
  empty: v.boolean(),
  /** Estimated or exact strength, kept beside the value so that nothing is opened to show it. */
  bits: v.nullable(v.number())
})

export const fieldView = v.variant('concealed', [openField, concealedField])
export type FieldView = v.InferOutput<typeof fieldView>

export const itemDetail = v.strictObject({
  id: itemId,
  type: itemType,
  title: v.string(),
  favorite: v.boolean(),
  tags: v.array(v.string()),
  fields: v.array(fieldView),
  attachments: v.array(attachmentView),
  dues: v.optional(v.array(v.strictObject({ field: fieldId, why: dueReason, at: time }))),
  createdAt: time,
  changedAt: time,
  trashedAt: v.nullable(time),
  /** The greatest stamp of the item: an edit names the revision it was made from. */
  revision
})
export type ItemDetail = v.InferOutput<typeof itemDetail>

/** One field of an edit. A field that is absent from the edit stays as it is; `value` absent keeps the value. */
const fieldEditOf = <Value extends v.GenericSchema>(value: Value) =>
  v.variant('change', [
    v.strictObject({
      change: v.literal('put'),
      id: fieldId,
      label: text(MAX_TEXT),
      kind: fieldKind,
      concealed: v.boolean(),
      section: text(MAX_TEXT),
      order: count,
      value: v.optional(value),
      /** Absent: as it is. */
      expiry: v.optional(v.boolean()),
      /** Null: no more; absent: as it is. */
      rotateDays: v.optional(v.nullable(v.pipe(count, v.minValue(1), v.maxValue(3650)))),
      /** Exact bits where the value came from the generator; otherwise the vault process says what it is worth. */
      bits: v.optional(v.number())
    }),
    v.strictObject({ change: v.literal('remove'), id: fieldId })
  ])

const itemEditOf = <Value extends v.GenericSchema>(value: Value) =>
  v.strictObject({
    title: v.optional(text(MAX_TEXT)),
    favorite: v.optional(v.boolean()),
    tags: v.optional(v.pipe(v.array(text(MAX_TEXT)), v.maxLength(50_000))),
    fields: v.pipe(v.array(fieldEditOf(value)), v.maxLength(10_000))
  })

export const itemEdit = itemEditOf(text(MAX_TEXT))
export type ItemEdit = v.InferOutput<typeof itemEdit>
export type FieldEdit = ItemEdit['fields'][number]

/** On its way from the page, which seals the values of concealed fields. */
export const sentEdit = itemEditOf(v.union([text(MAX_TEXT), sealedSecret(MAX_TEXT)]))

export const oneTimeCode = v.strictObject({ code: v.string(), period: count, secondsLeft: count })
export type OneTimeCode = v.InferOutput<typeof oneTimeCode>

export const fieldTemplate = v.strictObject({
  id: fieldId,
  /** Key into the language catalogue. */
  label: v.string(),
  kind: fieldKind,
  concealed: v.boolean(),
  section: v.string()
})

export const itemTemplate = v.strictObject({
  type: itemType,
  fields: v.array(fieldTemplate),
  /** Of a type of the user's own; the others are named by the catalogue. */
  name: v.optional(v.string()),
  /** False: items of it are shown by its name, and no new ones are offered. */
  offered: v.optional(v.boolean())
})
export type ItemTemplate = v.InferOutput<typeof itemTemplate>

/** One change of many items. Of a list of tags, each is put on or taken off all of them. */
export const bulkChange = v.variant('set', [
  v.strictObject({ set: v.literal('favorite'), favorite: v.boolean() }),
  v.strictObject({
    set: v.literal('tags'),
    add: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(1024))), v.maxLength(100)),
    remove: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(1024))), v.maxLength(100))
  })
])
export type BulkChange = v.InferOutput<typeof bulkChange>
