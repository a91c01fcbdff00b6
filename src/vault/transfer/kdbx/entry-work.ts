import { type History, type NewItem, newItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { CofferData } from './coffer-data.ts'
import { entryExtras } from './entry-extras.ts'
import { valueHistories } from './entry-history.ts'
import type { PlaceOf } from './entry-place.ts'
import type { KeePassEntry, KeePassString } from './keepass-document.ts'
import { keePassTime } from './keepass-time.ts'
import { type OneTimeForm, readOneTimeForm } from './one-time-forms.ts'
import type { ResolveReferences } from './references.ts'

export type EntryContext = {
  readonly book: ReceiptBook
  readonly placeOf: PlaceOf
  readonly resolve: ResolveReferences
  readonly icons: ReadonlyMap<string, string>
  readonly binaryOf: (ref: string) => Uint8Array | undefined
}

/** An entry on its way: `left` are the strings that nothing has taken yet. */
export type EntryWork = {
  readonly entry: KeePassEntry
  /** Where this program wrote the entry. */
  readonly data: CofferData | null
  readonly item: NewItem
  readonly left: Map<string, KeePassString>
  readonly histories: ReadonlyMap<string, History>
  /** Names of strings that had a value once and have none now, and no field that could show it. */
  readonly emptied: readonly string[]
  readonly oneTime: OneTimeForm | null
  readonly extras: ReturnType<typeof entryExtras>
  readonly context: EntryContext
}

export function startEntry(entry: KeePassEntry, data: CofferData | null, context: EntryContext): EntryWork {
  const title = context.resolve(entry.strings.get('Title')?.value ?? '').text
  const left = new Map([...entry.strings].filter(([, { value }]) => value !== ''))
  const item = newItem(context.book, data?.type ?? typeOf(left), title)
  const histories = valueHistories(entry)
  const shown = new Set(['Title', ...left.keys(), ...(data?.fields.map(({ name }) => name) ?? [])])
  const emptied = [...histories].flatMap(([name, { length }]) => (length > 0 && !shown.has(name) ? [name] : []))
  const extras = entryExtras(entry, context.icons, data)
  return { entry, data, item, left, histories, emptied, oneTime: readOneTimeForm(entry.strings), extras, context }
}

/** Counted on what the file holds, not on what becomes of it. */
export function countFields({ entry, left, emptied, extras }: EntryWork): number {
  const expires = expiryOf(entry) === null ? 0 : 1
  return left.size + emptied.length + expires + entry.binaries.length + extras.length
}

/** KeePass has no types: what has no account in it and a text is a note. */
function typeOf(strings: ReadonlyMap<string, KeePassString>): string {
  const others = [...strings.keys()].filter((name) => name !== 'Title' && name !== 'Notes')
  return others.length === 0 && strings.has('Notes') ? 'note' : 'login'
}

/** The value of a string with its references resolved, taken from what is left; null when there is none to place. */
export function takeResolved({ left, item, context }: EntryWork, name: string): string | null {
  const found = left.get(name)
  if (found === undefined) return null
  left.delete(name)
  const { text, isBroken } = context.resolve(found.value)
  if (!isBroken && text !== '') return text
  item.keep(name, found.value, 'brokenReference', { concealed: found.isProtected })
  return null
}

/** The day in UTC; null when it never expires. */
export function expiryOf({ texts }: KeePassEntry): string | null {
  if (texts.get('Expires')?.toLowerCase() !== 'true') return null
  const at = keePassTime(texts.get('ExpiryTime'))
  return at === null ? null : new Date(at).toISOString().slice(0, 10)
}
