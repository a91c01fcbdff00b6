import * as v from 'valibot'
import { itemId } from './ids.ts'
import { count, time } from './limits.ts'

/** The access journal as the page sees it: who did what with which secret, and never a value. */

const text = v.pipe(v.string(), v.maxLength(4096))
const deviceId = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))

export const journalPolicy = v.picklist(['infrastructure', 'all', 'none'])
export type JournalPolicy = v.InferOutput<typeof journalPolicy>

export const journalAct = v.picklist([
  'revealed',
  'copied',
  'read',
  'saved',
  'shared',
  'purged',
  'exported',
  'backup',
  'printed',
  'password',
  'phrase',
  'cost',
  'deviceKey',
  'noDeviceKey',
  'recovered',
  'restored',
  'policy',
  'import',
  'merge',
  'trash',
  'other'
])
export type JournalAct = v.InferOutput<typeof journalAct>

export const journalEntry = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/)),
  at: time,
  act: journalAct,
  /** Null: it concerns the whole vault. An item that is gone has no title any more. */
  item: v.nullable(v.strictObject({ id: itemId, title: v.nullable(v.string()), type: v.string() })),
  /** Labels as those of fields: a key into the catalogue, or the user's own word. */
  fields: v.array(v.strictObject({ id: v.string(), label: v.string() })),
  device: v.strictObject({ id: deviceId, name: v.string() }),
  /** `window`, or `coffer` and the command. */
  by: v.string(),
  format: v.nullable(v.string()),
  items: v.nullable(v.number())
})
export type JournalEntry = v.InferOutput<typeof journalEntry>

/** What was seen or used; what left the vault; the ways in; what happened to many items. */
export const journalGroup = v.picklist(['opened', 'out', 'keys', 'vault'])
export type JournalGroup = v.InferOutput<typeof journalGroup>

export const journalFilter = v.strictObject({
  item: v.optional(itemId),
  /** Part of a title. */
  text: v.optional(text),
  group: v.optional(journalGroup),
  device: v.optional(deviceId),
  since: v.optional(time)
})
export type JournalFilter = v.InferOutput<typeof journalFilter>

export const journalPage = v.strictObject({ total: count, from: count, rows: v.array(journalEntry) })
export type JournalPage = v.InferOutput<typeof journalPage>

export const journalView = v.strictObject({
  policy: journalPolicy,
  /** False where the vault cannot be written: what is done now is not noted. */
  kept: v.boolean(),
  total: count,
  /** Those that entries name. */
  devices: v.array(v.strictObject({ id: deviceId, name: v.string() }))
})
export type JournalView = v.InferOutput<typeof journalView>

export const itemJournal = v.strictObject({
  /** Whether what is done with the item is noted. */
  noted: v.boolean(),
  /** How often it was opened: revealed, copied, read, taken out. */
  times: count,
  last: v.nullable(journalEntry)
})
export type ItemJournal = v.InferOutput<typeof itemJournal>
