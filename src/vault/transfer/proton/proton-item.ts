import { attachmentName, mediaTypeOf } from '../attachment-name.ts'
import { arrayMember, type ForeignJson, member, textMember } from '../foreign-json.ts'
import { foreignTime } from '../foreign-time.ts'
import { type NewItem, newItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { ZipEntry } from '../unzip.ts'
import { type ProtonValue, protonValues } from './proton-values.ts'
import { monthOf, PROTON_TYPES } from './proton-fields.ts'

export type ProtonContext = {
  readonly book: ReceiptBook
  /** The vault that it is in, as a tag; null where there is only one. */
  readonly vaultTag: string | null
  /** Files of the archive by their names, and by the ids that their names begin with. */
  readonly files: ReadonlyMap<string, ZipEntry>
}

/** Proton's word for an item in the trash. */
const TRASHED = 2

export function protonItem(source: ForeignJson, context: ProtonContext): TransferItem {
  const { book } = context
  const data = member(source, 'data')
  const type = textMember(data, 'type')
  const known = PROTON_TYPES.get(type)
  const title = textMember(member(data, 'metadata'), 'name')
  const values = protonValues(source)
  const files = arrayMember(source, 'files')
  const isOther = known === undefined && type !== ''
  book.found(1, values.length + files.length + (title === '' ? 0 : 1) + (isOther ? 1 : 0))
  if (title !== '') book.imported()
  const item = newItem(book, known?.type ?? 'note', title)
  if (isOther) item.keep('type', type, 'unknownType')
  for (const value of values) place(item, value, known?.fields ?? new Map())
  for (const file of files) attach(item, file, context.files)
  return item.done(headOf(source, context))
}

function place(
  item: NewItem,
  { name, label, value, look, isWhole }: ProtonValue,
  fields: ReadonlyMap<string, string>
): void {
  const id = name === null ? undefined : fields.get(name)
  if (isWhole) item.keep(label, value, name === 'passkeys' ? 'noPlaceForIt' : 'unknownField', { concealed: true })
  else if (name === 'note') item.put('notes', value)
  else if (name === 'urls') item.put('url', value)
  else if (name === 'itemEmail') placeEmail(item, value)
  else if (id !== undefined) item.put(id, id === 'expires' ? monthOf(value) : value)
  else item.add(label.slice(0, 900), value, look)
}

function placeEmail(item: NewItem, value: string): void {
  item.add('Email', value, { kind: 'email' })
}

function attach(item: NewItem, file: ForeignJson, files: ProtonContext['files']): void {
  const called = typeof file === 'string' ? file : textMember(file, 'name') || textMember(file, 'fileName')
  const id = typeof file === 'string' ? file : textMember(file, 'fileId') || textMember(file, 'id')
  const entry = files.get(id) ?? files.get(called)
  if (entry === undefined) return item.refuse(called || id || 'file', 'missingFile')
  const name = attachmentName(called || entry.name)
  item.attach({ name, mediaType: mediaTypeOf(name), bytes: entry.read() })
}

function headOf(source: ForeignJson, { vaultTag }: ProtonContext): Parameters<NewItem['done']>[0] {
  const changedAt = timeOf(source, 'modifyTime')
  return {
    tags: vaultTag === null ? [] : [vaultTag],
    favorite: member(source, 'pinned') === true,
    createdAt: timeOf(source, 'createTime'),
    changedAt,
    trashedAt: member(source, 'state') === TRASHED ? (changedAt ?? 0) : null
  }
}

function timeOf(source: ForeignJson, name: string): number | null {
  const time = member(source, name)
  return typeof time === 'number' ? foreignTime(time) : null
}
