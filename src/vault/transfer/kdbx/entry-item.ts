import { attachmentName, mediaTypeOf } from '../attachment-name.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { restoreTags } from './carried-tags.ts'
import { COFFER_DATA, readCofferData } from './coffer-data.ts'
import { countFields, type EntryContext, type EntryWork, expiryOf, startEntry, takeResolved } from './entry-work.ts'
import type { KeePassEntry } from './keepass-document.ts'
import { keePassTime } from './keepass-time.ts'
import type { OneTimeForm } from './one-time-forms.ts'
import { restoreFields } from './restore-fields.ts'

const STANDARD = { UserName: 'username', Password: 'password', URL: 'url', Notes: 'notes' } as const

/** One entry as an item; every string, attachment and setting of it is imported, kept or refused in the book. */
export function entryItem(entry: KeePassEntry, context: EntryContext): TransferItem {
  const data = readCofferData(entry.customData.get(COFFER_DATA))
  const work = startEntry(entry, data, context)
  context.book.found(1, countFields(work))
  const restored = data === null ? [] : restoreFields(work, data)
  if (data === null) placeStandard(work)
  placeRest(work)
  for (const [name, value] of work.extras) work.item.keep(name, value, 'noPlaceForIt')
  placeAttachments(work)
  const { tags, trashedAt } = context.placeOf(entry)
  const made = work.item.done({
    tags: data === null ? tags : restoreTags(tags, data.tags),
    trashedAt,
    favorite: data?.favorite ?? false,
    createdAt: keePassTime(entry.texts.get('CreationTime')),
    changedAt: keePassTime(entry.texts.get('LastModificationTime'))
  })
  return restored.length === 0 ? made : { ...made, fields: joined(restored, made.fields) }
}

function placeStandard(work: EntryWork): void {
  const { item, left, oneTime } = work
  for (const [name, id] of Object.entries(STANDARD)) {
    // The code stands before the address, as in our own.
    if (name === 'URL' && oneTime !== null) placeCode(work, oneTime)
    const value = takeResolved(work, name)
    if (value !== null) item.put(id, value, work.histories.get(name))
  }
  for (const name of [...left.keys()].filter((key) => /^KP2A_URL(?:_\d+)?$/.test(key))) {
    const value = takeResolved(work, name)
    if (value !== null) item.put('url', value, work.histories.get(name))
  }
  const expires = expiryOf(work.entry)
  if (expires !== null) item.put('expires', expires)
}

function placeCode({ item, left, histories, context }: EntryWork, { value, names }: OneTimeForm): void {
  const [name = '', ...settings] = names
  item.put('otp', value, name === 'otp' ? histories.get(name) : [])
  // Its settings are in the link now: they are imported with it.
  context.book.imported(settings.length)
  for (const each of names) left.delete(each)
}

/** The title, the strings of the user's own, passkeys, and what was there once. */
function placeRest(work: EntryWork): void {
  const { item, left, histories, emptied, context } = work
  if (left.delete('Title')) context.book.imported()
  for (const [name, { isProtected }] of left) {
    const value = takeResolved(work, name)
    if (value === null) continue
    const look = { concealed: isProtected, history: histories.get(name) ?? [] }
    if (name.startsWith('KPEX_PASSKEY_')) item.keep(name, value, 'noPlaceForIt', look)
    else item.add(name.slice(0, 900), value, look)
  }
  for (const name of emptied) keepEmptied(work, name)
}

/** The last value that it had, with those before. */
function keepEmptied({ item, histories, entry }: EntryWork, name: string): void {
  const history = histories.get(name) ?? []
  const wasProtected = entry.history.some((older) => older.strings.get(name)?.isProtected === true)
  const look = { concealed: wasProtected, history: history.slice(0, -1) }
  item.keep(name, history.at(-1)?.value ?? '', 'noPlaceForIt', look)
}

function placeAttachments({ entry, data, item, context }: EntryWork): void {
  for (const { name, ref, bytes } of entry.binaries) {
    const content = bytes ?? (ref === null ? undefined : context.binaryOf(ref))
    const known = data?.attachments.find((attachment) => attachment.name === name)
    const called = attachmentName(known?.called ?? name)
    if (content === undefined) item.refuse(name, 'missingFile')
    else item.attach({ name: called, mediaType: known?.mediaType ?? mediaTypeOf(called), bytes: content })
  }
}

function joined(restored: TransferItem['fields'], added: TransferItem['fields']): TransferItem['fields'] {
  const taken = new Set(restored.map(({ id }) => id))
  return [...restored, ...added.map((field) => (taken.has(field.id) ? { ...field, id: `own-${field.id}` } : field))]
}
