import * as v from 'valibot'

/** What may cross of an import: counts, titles and names of fields, never a value. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const importId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

export const receiptReason = v.picklist([
  'noPlaceForIt',
  'unknownField',
  'unknownType',
  'unreadable',
  'tooLarge',
  'missingFile',
  'brokenReference',
  'duplicate',
  'leftOut'
])
export type ReceiptReasonName = v.InferOutput<typeof receiptReason>

export const receiptLine = v.strictObject({
  item: v.string(),
  field: v.string(),
  fate: v.picklist(['kept', 'refused']),
  reason: receiptReason
})
export type ReceiptLineView = v.InferOutput<typeof receiptLine>

export const importSummary = v.strictObject({
  format: v.string(),
  types: v.array(v.strictObject({ type: v.string(), fresh: count, joined: count })),
  /** `found` in the file; what is neither new nor joined has nothing in it that could be an item. */
  items: v.strictObject({ found: count, fresh: count, joined: count }),
  attachments: v.strictObject({ found: count, fresh: count }),
  older: v.strictObject({ found: count, fresh: count }),
  trashed: count,
  /** Titles of items that join one that is there, the first hundred. */
  joinedTitles: v.array(v.string()),
  /** `imported + kept + refused` is `found`. */
  fields: v.strictObject({ found: count, imported: count, kept: count, refused: count }),
  lines: v.array(receiptLine)
})
export type ImportSummary = v.InferOutput<typeof importSummary>

export const importPreview = v.strictObject({ import: importId, summary: importSummary })
export type ImportPreview = v.InferOutput<typeof importPreview>

export const importDone = v.strictObject({ import: importId, at: count, summary: importSummary })
export type ImportDone = v.InferOutput<typeof importDone>

export const csvRole = v.picklist([
  'title',
  'username',
  'password',
  'url',
  'otp',
  'notes',
  'email',
  'folder',
  'tags',
  'favorite',
  'created',
  'changed',
  'text',
  'concealed',
  'skip'
])
export type CsvRoleName = v.InferOutput<typeof csvRole>
/** What each column is for, in the order of the columns. */
export const csvMapping = v.pipe(v.array(csvRole), v.minLength(1), v.maxLength(256))

/** A table before it is read: its columns, what they seem to be for, and the first rows; null is a value not shown. */
export const csvSketch = v.strictObject({
  columns: v.array(v.strictObject({ name: v.string(), role: csvRole })),
  rows: count,
  /** How the first rows would come in. */
  items: v.array(
    v.strictObject({
      title: v.string(),
      type: v.string(),
      tags: v.array(v.string()),
      fields: v.array(v.strictObject({ label: v.string(), value: v.nullable(v.string()) }))
    })
  )
})
export type CsvSketch = v.InferOutput<typeof csvSketch>
