import type { TransferField } from '../transfer-vault.ts'
import { type CofferData, type CofferField, EXPIRY } from './coffer-data.ts'
import { writtenAs } from './one-time-link.ts'
import { type EntryWork, expiryOf, takeResolved } from './entry-work.ts'

/** The fields of an entry that this program wrote, each with what another program may have made of its value since. */
export function restoreFields(work: EntryWork, data: CofferData): readonly TransferField[] {
  const fields = data.fields.flatMap((field) => restoreField(work, field) ?? [])
  const expires = expiryOf(work.entry)
  // Another program gave it a day to expire on.
  if (expires !== null && !data.fields.some(({ name }) => name === EXPIRY)) work.item.put('expires', expires)
  return fields
}

function restoreField(work: EntryWork, { name, form, ...field }: CofferField): TransferField | null {
  if (name === EXPIRY) return { ...field, value: expiry(work), history: [] }
  if (!work.entry.strings.has(name)) return null
  const wasEmpty = !work.left.has(name)
  const value = takeResolved(work, name)
  if (value !== null) work.context.book.imported()
  // A reference that another program put there and that leads nowhere was kept aside.
  if (value === null && !wasEmpty) return null
  const written = form === undefined || value === null ? (value ?? '') : writtenAs(form, value)
  return { ...field, value: written, history: work.histories.get(name) ?? [] }
}

function expiry({ entry, context }: EntryWork): string {
  const expires = expiryOf(entry)
  if (expires !== null) context.book.imported()
  return expires ?? ''
}
