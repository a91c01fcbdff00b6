import * as v from 'valibot'
import { fieldId, itemType } from '../../../shared/ids.ts'
import { fieldKind } from '../../../shared/item-views.ts'

/** docs/TRANSFER-JSON.md says all of this in words. */
export const TRANSFER_FORMAT = 'coffer-transfer'
export const TRANSFER_VERSION = 1

const MAX_TEXT = 1 << 20
const MAX_NAME = 1024

// A lone surrogate cannot be written into a vault, nor into UTF-8.
const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.check((value) => value.isWellFormed())
  )
const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const list = <Schema extends v.GenericSchema>(schema: Schema, most: number) =>
  v.pipe(v.array(schema), v.maxLength(most))

const field = v.strictObject({
  id: fieldId,
  label: text(MAX_NAME),
  kind: fieldKind,
  concealed: v.boolean(),
  section: text(MAX_NAME),
  value: text(MAX_TEXT),
  history: list(v.strictObject({ at: v.nullable(time), value: text(MAX_TEXT) }), 1000)
})

const attachment = v.strictObject({
  name: text(MAX_NAME),
  mediaType: text(MAX_NAME),
  bytes: v.pipe(v.string(), v.base64())
})

const item = v.strictObject({
  type: itemType,
  title: text(MAX_TEXT),
  favorite: v.boolean(),
  tags: list(text(MAX_NAME), 5000),
  createdAt: v.nullable(time),
  changedAt: v.nullable(time),
  trashedAt: v.nullable(time),
  fields: v.pipe(
    list(field, 1000),
    v.check((fields) => new Set(fields.map(({ id }) => id)).size === fields.length)
  ),
  attachments: list(attachment, 1000)
})

export const transferDocument = v.strictObject({
  format: v.literal(TRANSFER_FORMAT),
  version: v.literal(TRANSFER_VERSION),
  vault: text(MAX_NAME),
  exportedAt: time,
  items: list(item, 1_000_000)
})
