import { randomBytes } from '../../../core/random.ts'
import { mediaTypeOf } from '../attachment-name.ts'
import type { ExportWork } from '../exporter.ts'
import { OTHER_IMPORTED_DATA, type TransferAttachment, type TransferItem } from '../transfer-vault.ts'
import { carriedTag } from './carried-tags.ts'
import { COFFER_DATA, type CofferData, cofferDataText, EXPIRY } from './coffer-data.ts'
import { type CarriedField, carryFields, type EntryString } from './entry-strings.ts'
import { historyEntries, type OlderEntry } from './history-entries.ts'
import { hasOnlyXmlCharacters, xmlName } from './xml-text.ts'

/** An entry as it is written. Times are milliseconds since 1970. */
export type WrittenEntry = {
  readonly uuid: Uint8Array
  readonly icon: string
  /** The path of its group; empty for the group at the root. */
  readonly folder: string
  readonly tags: readonly string[]
  readonly createdAt: number
  readonly changedAt: number
  readonly trashedAt: number | null
  readonly expires: string | null
  readonly strings: readonly EntryString[]
  readonly attachments: readonly { readonly name: string; readonly attachment: TransferAttachment }[]
  readonly customData: ReadonlyMap<string, string>
  readonly history: readonly OlderEntry[]
}

/** What KDBX has no place for goes into custom data, and into the book where people will miss it in other programs. */
export function writtenEntry(item: TransferItem, { book, now }: ExportWork): WrittenEntry {
  const carried = carryFields(item)
  const attachments = namedAttachments(item.attachments)
  const tags = [...new Set(item.tags.map(carriedTag).filter((tag) => tag !== ''))]
  const [folder = '', ...others] = item.trashedAt === null ? tags : ['', ...tags]
  const createdAt = item.createdAt ?? item.changedAt ?? now
  countLosses(item, carried, book)
  return {
    uuid: randomBytes(16),
    icon: iconOf(item),
    folder,
    tags: others,
    createdAt,
    changedAt: item.changedAt ?? createdAt,
    trashedAt: item.trashedAt,
    expires: carried.find(({ coffer }) => coffer.name === EXPIRY)?.field.value ?? null,
    strings: [titleString(item.title), ...carried.flatMap(({ string }) => string ?? [])],
    attachments,
    customData: new Map([[COFFER_DATA, cofferDataText(cofferData(item, carried, attachments))]]),
    history: historyEntries(carried, (values) => book.lost('history', values))
  }
}

function titleString(title: string): EntryString {
  const value = title.toWellFormed()
  return { name: 'Title', value, isProtected: !hasOnlyXmlCharacters(value) }
}

function cofferData(
  item: TransferItem,
  carried: readonly CarriedField[],
  attachments: WrittenEntry['attachments']
): CofferData {
  return {
    version: 1,
    type: item.type,
    favorite: item.favorite,
    icon: iconOf(item),
    tags: [...item.tags],
    fields: carried.map(({ coffer }) => coffer),
    attachments: attachments
      .map(({ name, attachment }) => ({ name, called: attachment.name, mediaType: attachment.mediaType }))
      .filter(({ name, called, mediaType }) => name !== called || mediaType !== mediaTypeOf(called))
  }
}

/** An entry of KeePass has one attachment of each name. */
function namedAttachments(attachments: readonly TransferAttachment[]): WrittenEntry['attachments'] {
  const taken = new Set<string>()
  return attachments.map((attachment) => {
    const plain = xmlName(attachment.name)
    let name = plain
    for (let number = 2; taken.has(name); number++) name = plain.replace(/(\.[^.]*)?$/, ` (${number})$1`)
    taken.add(name)
    return { name, attachment }
  })
}

/** An icon that came from KeePass goes back to it. */
function iconOf({ fields, type }: TransferItem): string {
  const kept = fields.find(({ label, section }) => label === 'IconID' && section === OTHER_IMPORTED_DATA)?.value ?? ''
  return /^\d{1,3}$/.test(kept) ? kept : (ICONS[type] ?? '0')
}
/** Of the standard icons of KeePass. */
const ICONS: Readonly<Record<string, string>> = { note: '7', server: '3', wifi: '12', bank: '37', identity: '9' }

const PLAIN_TYPES = new Set(['login', 'note'])

function countLosses(item: TransferItem, carried: readonly CarriedField[], book: ExportWork['book']): void {
  if (item.favorite) book.lost('favorites')
  if (!PLAIN_TYPES.has(item.type)) book.lost('types')
  book.lost('tags', item.tags.filter((tag) => carriedTag(tag) !== tag).length)
  book.lost('sections', item.fields.filter(({ section }) => section !== '').length)
  // A field that a program shows by another name than ours.
  book.lost(
    'labels',
    carried.filter(({ string, field }) => string?.name.startsWith(field.label) === false && !isKnown(field)).length
  )
}

const isKnown = ({ label }: { readonly label: string }): boolean => label.startsWith('field.')
