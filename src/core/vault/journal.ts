import { isItemId } from './item-id.ts'
import { isArray, isObject, type Json } from './json.ts'
import { isStamp, type Stamp, stampDevice, stampTime } from './stamp.ts'

/**
 * The journal of a vault: what was done with its secrets, one property of the vault for each act. docs/FORMAT.md,
 * "Journal". It holds ids and never a value.
 */
export const JOURNAL = 'journal:'

/** What was done with one item. */
export const ITEM_ACTS = ['revealed', 'copied', 'read', 'saved', 'shared', 'purged'] as const
/** What was done with the vault as a whole, or with its keys. */
export const VAULT_ACTS = [
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
  'trash'
] as const

export type ItemAct = (typeof ITEM_ACTS)[number]
export type VaultAct = (typeof VAULT_ACTS)[number]
/** `other` is what a newer version may have written. */
export type Act = ItemAct | VaultAct | 'other'

/** What somebody did, before it has a time and a device. */
export type Access = {
  readonly act: ItemAct | VaultAct
  readonly item?: string
  /** Ids; which attachment, which values. */
  readonly fields?: readonly string[]
  /** Of an export or an import. */
  readonly format?: string
  readonly items?: number
}

export type JournalEntry = {
  /** By which the property is named: when and on which device, by the clock of that device. */
  readonly id: Stamp
  readonly at: number
  readonly device: string
  readonly act: Act
  /** `window`, or `coffer` and the command. */
  readonly by: string
  readonly item: string | null
  readonly fields: readonly string[]
  readonly format: string | null
  readonly items: number | null
}

/** The value of a journal property; what does not apply is left out. */
export function journalValue({ act, item, fields = [], format, items }: Access, by: string): Json {
  return {
    kind: act,
    by,
    ...(item === undefined ? {} : { item }),
    ...(fields.length === 0 ? {} : { fields: [...fields] }),
    ...(format === undefined ? {} : { format }),
    ...(items === undefined ? {} : { items })
  }
}

const ACTS: ReadonlySet<string> = new Set([...ITEM_ACTS, ...VAULT_ACTS])
const isAct = (text: Json | undefined): text is ItemAct | VaultAct => typeof text === 'string' && ACTS.has(text)

/** Null for what is no entry. Of one that another version wrote, what is understood. */
export function readJournal(name: string, value: Json): JournalEntry | null {
  const id = name.slice(JOURNAL.length)
  if (!name.startsWith(JOURNAL) || !isStamp(id) || !isObject(value)) return null
  const { kind, by, item, fields, format, items } = value as Record<string, Json | undefined>
  return {
    id,
    at: stampTime(id),
    device: stampDevice(id),
    act: isAct(kind) ? kind : 'other',
    by: textOf(by) ?? '',
    item: typeof item === 'string' && isItemId(item) ? item : null,
    fields: isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
    format: textOf(format),
    items: typeof items === 'number' ? items : null
  }
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)

/** Within this many milliseconds the same again on the same device is the same act. */
export const SAME_ACT = 60_000

/** Whether the later one only repeats the earlier. What concerns no item is never taken for a repetition. */
export function repeats(later: JournalEntry, earlier: JournalEntry): boolean {
  if (later.item === null || Math.abs(later.at - earlier.at) >= SAME_ACT) return false
  return sameAct(later) === sameAct(earlier)
}

const sameAct = ({ device, act, by, item, fields }: JournalEntry): string =>
  [device, act, by, item, ...fields].join(' ')
