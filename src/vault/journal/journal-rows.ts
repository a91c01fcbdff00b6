import type { JournalEntry } from '../../core/vault/journal.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import { isObject } from '../../core/vault/json.ts'
import { ITEM_TYPES } from '../../core/vault/item-types.ts'
import { foldText } from '../../core/vault/search/text-fold.ts'
import type { JournalEntry as JournalRow, JournalFilter, JournalGroup } from '../../shared/journal-views.ts'
import { readDetails } from '../item/read-details.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { deviceNames } from './journal-changes.ts'

const GROUPS: Readonly<Record<JournalEntry['act'], JournalGroup>> = {
  revealed: 'opened',
  copied: 'opened',
  read: 'opened',
  saved: 'out',
  shared: 'out',
  exported: 'out',
  backup: 'out',
  printed: 'out',
  password: 'keys',
  phrase: 'keys',
  cost: 'keys',
  deviceKey: 'keys',
  noDeviceKey: 'keys',
  recovered: 'keys',
  policy: 'keys',
  restored: 'vault',
  purged: 'vault',
  import: 'vault',
  merge: 'vault',
  trash: 'vault',
  other: 'vault'
}

/** Whether a secret was seen, used or taken out. */
export const isOpening = ({ act }: JournalEntry): boolean => GROUPS[act] === 'opened' || GROUPS[act] === 'out'

/** What fits, newest first. */
export function filterEntries(
  folded: FoldedVault,
  entries: readonly JournalEntry[],
  { item, text = '', group, device, since = 0 }: JournalFilter
): JournalEntry[] {
  const wanted = foldText(text.trim())
  const fits = (entry: JournalEntry): boolean =>
    entry.at >= since &&
    (item === undefined || entry.item === item) &&
    (group === undefined || GROUPS[entry.act] === group) &&
    (device === undefined || entry.device === device) &&
    (wanted === '' || foldText(titleOf(folded, entry.item) ?? '').includes(wanted))
  return entries.filter(fits).toSorted((a, b) => (a.id > b.id ? -1 : 1))
}

/** With titles, labels and names of devices. Reads the details of the items that are named. */
export async function journalRows(opened: OpenedVault, entries: readonly JournalEntry[]): Promise<JournalRow[]> {
  const { folded } = opened
  const named = new Set(entries.flatMap(({ item, fields }) => (item === null || fields.length === 0 ? [] : [item])))
  await readDetails(
    opened,
    [...named].filter((id) => folded.has(id))
  )
  const names = deviceNames(folded)
  return entries.map(({ id, at, act, item, fields, device, by, format, items }) => ({
    id,
    at,
    act,
    item: item === null ? null : { id: item, title: titleOf(folded, item), type: folded.list(item)?.type ?? 'note' },
    fields: fields.map((field) => ({ id: field, label: labelOf(folded, item ?? '', field) })),
    device: { id: device, name: names.get(device) ?? '' },
    by,
    format,
    items
  }))
}

/** Null once the item is gone. */
const titleOf = (folded: FoldedVault, item: string | null): string | null =>
  item === null || !folded.has(item) ? null : (folded.list(item)?.title ?? null)

function labelOf(folded: FoldedVault, item: string, field: string): string {
  if (!folded.has(item)) return ''
  const known = folded.properties(item)
  const definition = known.get(`field:${field}`)?.value ?? null
  const label = isObject(definition) ? definition['label'] : undefined
  if (typeof label === 'string') return label
  const value = known.get(`value:${field}`)?.value ?? null
  if (isObject(value) && typeof value['name'] === 'string') return value['name']
  return ITEM_TYPES.get(folded.list(item)?.type ?? '')?.find(({ id }) => id === field)?.label ?? ''
}
