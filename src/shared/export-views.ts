import * as v from 'valibot'
import { type Opened, sealedPassword } from './sealed-secret.ts'

/** What crosses about exports. No value of an item is in any of it. */

/** Files that other programs read, besides the vault's own backups. */
export const exportFormat = v.picklist([
  'age',
  'json',
  'bitwarden',
  'bitwarden-sealed',
  'csv',
  'csv-safe',
  'kdbx',
  'cxf'
])
export type ExportFormat = v.InferOutput<typeof exportFormat>

/** What a format has no place for; a closed list, so that each has a sentence in each language. */
export const lossKind = v.picklist([
  'attachments',
  'history',
  'trashedItems',
  'favorites',
  'tags',
  'types',
  'sections',
  'fieldKinds',
  'concealment',
  'labels',
  'times',
  'extraFields',
  'moreAddresses',
  'oneTimeCodes',
  'prefixedCells',
  'other'
])
export type LossKind = v.InferOutput<typeof lossKind>

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** A post-quantum key has nearly 2,000 characters. */
export const ageRecipient = v.pipe(v.string(), v.maxLength(4096))

/** How the file is sealed, where its format can be. */
export const exportSeal = v.strictObject({
  password: v.optional(sealedPassword),
  recipients: v.optional(v.pipe(v.array(ageRecipient), v.maxLength(100))),
  armor: v.optional(v.boolean())
})
export type ExportSeal = Opened<v.InferOutput<typeof exportSeal>>

export const exportOutcome = v.strictObject({
  items: count,
  bytes: count,
  losses: v.array(v.strictObject({ what: lossKind, count })),
  /** Attachments that could not be read and are not in the file: titles and names. */
  damaged: v.array(v.strictObject({ item: v.string(), attachment: v.string() }))
})
export type ExportOutcome = v.InferOutput<typeof exportOutcome>
