import * as v from 'valibot'

/**
 * What may cross from the vault process to the page, and what the page may ask to change.
 * Every schema is strict: an object that carries one property too many (a password, say) is refused, not trimmed.
 * A summary never holds a concealed value, nor does a detail; one concealed value crosses at a time, when asked for.
 */

/** Bounds of what crosses at all. What an item can hold is less, and refused with a sentence where it is saved. */
const MAX_TEXT = 1 << 23
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.number(), v.integer())

export const itemId = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
export const fieldId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))
export const itemType = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))
export const revision = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/))

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

/** Half-open ranges of UTF-16 indices that matched the search. */
const highlights = v.array(v.strictTuple([count, count]))

/** Why something is to be looked at again: it ends on a day, or is to be changed every so often. */
const dueReason = v.picklist(['expires', 'rotate'])
export type DueReason = v.InferOutput<typeof dueReason>
/** So many days ahead the list begins to tell. */
export const DUE_SOON_DAYS = 30

export const itemSummary = v.strictObject({
  id: itemId,
  type: itemType,
  title: v.string(),
  subtitle: v.string(),
  favorite: v.boolean(),
  trashed: v.boolean(),
  /** What one-click copy can offer; ids of fields, never values. */
  usernameField: v.nullable(fieldId),
  passwordField: v.nullable(fieldId),
  codeField: v.nullable(fieldId),
  urlField: v.nullable(fieldId),
  /** What ends or is to be changed soonest. */
  due: v.optional(v.strictObject({ at: time, why: dueReason })),
  changedAt: time,
  titleHits: highlights,
  subtitleHits: highlights
})
export type ItemSummary = v.InferOutput<typeof itemSummary>

export const listFilter = v.variant('of', [
  v.strictObject({ of: v.literal('all') }),
  v.strictObject({ of: v.literal('favorites') }),
  v.strictObject({ of: v.literal('trash') }),
  /** Ended, to be changed, or within DUE_SOON_DAYS of it. */
  v.strictObject({ of: v.literal('due') }),
  v.strictObject({ of: v.literal('type'), type: itemType }),
  v.strictObject({ of: v.literal('tag'), tag: text(1024) })
])
export type ListFilter = v.InferOutput<typeof listFilter>

export const listSort = v.picklist(['title', 'changed', 'created'])
export type ListSort = v.InferOutput<typeof listSort>

export const listQuery = v.strictObject({
  filter: listFilter,
  text: text(1024),
  sort: listSort,
  descending: v.boolean(),
  from: count,
  count: v.pipe(count, v.maxValue(500))
})
export type ListQuery = v.InferOutput<typeof listQuery>

/** One window of the list: the page holds only the rows it draws. */
export const listPage = v.strictObject({ total: count, from: count, rows: v.array(itemSummary) })
export type ListPage = v.InferOutput<typeof listPage>

export const sidebarCounts = v.strictObject({
  all: count,
  favorites: count,
  trash: count,
  due: count,
  types: v.array(v.strictObject({ type: itemType, count })),
  tags: v.array(v.strictObject({ tag: v.string(), count }))
})
export type SidebarCounts = v.InferOutput<typeof sidebarCounts>

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

/** A file kept with an item; its bytes stay in the vault process until they are asked for. */
export const attachmentView = v.strictObject({ field: fieldId, name: v.string(), size: count, mediaType: v.string() })
export type AttachmentView = v.InferOutput<typeof attachmentView>

export const attachmentPreview = v.variant('is', [
  v.strictObject({
    is: v.literal('image'),
    mediaType: v.picklist(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
    width: count,
    height: count,
    /** base64 */
    data: v.string()
  }),
  v.strictObject({ is: v.literal('text'), text: v.string(), cut: v.boolean() }),
  v.strictObject({ is: v.literal('none'), because: v.picklist(['large', 'kind']) })
])
export type AttachmentPreview = v.InferOutput<typeof attachmentPreview>

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
export const fieldEdit = v.variant('change', [
  v.strictObject({
    change: v.literal('put'),
    id: fieldId,
    label: text(MAX_TEXT),
    kind: fieldKind,
    concealed: v.boolean(),
    section: text(MAX_TEXT),
    order: count,
    value: v.optional(text(MAX_TEXT)),
    /** Absent: as it is. */
    expiry: v.optional(v.boolean()),
    /** Null: no more; absent: as it is. */
    rotateDays: v.optional(v.nullable(v.pipe(count, v.minValue(1), v.maxValue(3650)))),
    /** Exact bits where the value came from the generator; otherwise the vault process estimates. */
    bits: v.optional(v.number())
  }),
  v.strictObject({ change: v.literal('remove'), id: fieldId })
])
export type FieldEdit = v.InferOutput<typeof fieldEdit>

export const itemEdit = v.strictObject({
  title: v.optional(text(MAX_TEXT)),
  favorite: v.optional(v.boolean()),
  tags: v.optional(v.pipe(v.array(text(MAX_TEXT)), v.maxLength(50_000))),
  fields: v.pipe(v.array(fieldEdit), v.maxLength(10_000))
})
export type ItemEdit = v.InferOutput<typeof itemEdit>

export const oneTimeCode = v.strictObject({ code: v.string(), period: count, secondsLeft: count })
export type OneTimeCode = v.InferOutput<typeof oneTimeCode>

/** One byte a pixel, row by row, in base64. */
export const greyImage = v.strictObject({
  width: v.pipe(count, v.maxValue(4096)),
  height: v.pipe(count, v.maxValue(4096)),
  pixels: text(1 << 23)
})

const kdf = v.strictObject({ memoryKiB: count, passes: count, lanes: count })

export const vaultView = v.strictObject({
  name: v.string(),
  /** The folder and file name, as shown; the page never holds a path that it could ask to open. */
  place: v.string(),
  items: count,
  readOnly: v.boolean(),
  kdf,
  hasRecoveryPhrase: v.boolean(),
  /** Whether the keychain holds a second key, without which the master password opens nothing. */
  hasDeviceKey: v.boolean(),
  notices: v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('tailSetAside'), bytes: count, place: v.string() }),
      v.strictObject({ kind: v.literal('rolledBack'), missingSince: time }),
      v.strictObject({ kind: v.literal('freshnessUnknown') }),
      v.strictObject({ kind: v.literal('tooNew') }),
      v.strictObject({ kind: v.literal('heldByOther'), host: v.string(), pid: count })
    ])
  )
})
export type VaultView = v.InferOutput<typeof vaultView>

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

export const fileHandle = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))

const backupFacts = { at: time, bytes: count, items: v.nullable(count), verifiedAt: v.nullable(time) }
export const backupView = v.strictObject({ handle: fileHandle, ...backupFacts })
export type BackupView = v.InferOutput<typeof backupView>
/** The same between the vault process and main, which alone knows paths. */
export const foundBackup = v.strictObject({ path: v.string(), ...backupFacts })
export type FoundBackup = v.InferOutput<typeof foundBackup>

export const wordListId = v.picklist(['eff-large', 'eff-short-1', 'eff-short-2', 'de'])
export type WordListId = v.InferOutput<typeof wordListId>

export const passphraseOptions = v.strictObject({
  list: wordListId,
  words: v.pipe(v.number(), v.integer(), v.minValue(4), v.maxValue(12)),
  separator: v.picklist(['space', 'hyphen', 'dot', 'underscore', 'none']),
  capitals: v.boolean(),
  digit: v.boolean()
})
export type PassphraseOptions = v.InferOutput<typeof passphraseOptions>

export const characterOptions = v.strictObject({
  length: v.pipe(v.number(), v.integer(), v.minValue(8), v.maxValue(128)),
  lower: v.boolean(),
  upper: v.boolean(),
  digits: v.boolean(),
  symbols: v.boolean(),
  lookAlikes: v.boolean()
})
export type CharacterOptions = v.InferOutput<typeof characterOptions>

/** Dice faces 1 to 6, one row a word. */
export const diceRolls = v.array(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))))

export const generatedPassphrase = v.strictObject({
  text: v.string(),
  words: v.array(v.string()),
  rolls: diceRolls,
  bits: v.number()
})
export type GeneratedPassphrase = v.InferOutput<typeof generatedPassphrase>

export const generatedPassword = v.strictObject({ text: v.string(), bits: v.number() })
export type GeneratedPassword = v.InferOutput<typeof generatedPassword>

export const settings = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  density: v.picklist(['comfortable', 'compact']),
  language: v.picklist(['system', 'en', 'de']),
  /** Minutes of system-wide idleness; 0 = never. */
  lockAfterMinutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  clearClipboardAfterSeconds: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(300)),
  /** How the list is ordered. Absent in a file of an earlier version, which must not lose its other settings for it. */
  sort: v.optional(listSort, 'title'),
  descending: v.optional(v.boolean(), false)
})
export type Settings = v.InferOutput<typeof settings>

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  density: 'comfortable',
  language: 'system',
  lockAfterMinutes: 10,
  clearClipboardAfterSeconds: 30,
  sort: 'title',
  descending: false
}

/** A file that the user chose in a dialog of main's: an opaque handle and what to show for it. */
export const chosenFile = v.strictObject({ handle: fileHandle, name: v.string(), folder: v.string() })
export type ChosenFile = v.InferOutput<typeof chosenFile>
