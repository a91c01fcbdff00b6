import { attachmentName, mediaTypeOf } from '../attachment-name.ts'
import { arrayMember, type ForeignJson, isForeignObject, member, textMember } from '../foreign-json.ts'
import { foreignTime } from '../foreign-time.ts'
import { type History, type NewItem, newItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import { folderTag } from '../tags.ts'
import type { TransferItem } from '../transfer-vault.ts'
import type { ZipEntry } from '../unzip.ts'
import { CATEGORIES, type Category, NAME_PARTS } from './categories.ts'
import { isEmpty, type SectionValue, sectionValue } from './section-value.ts'

export type OnepuxContext = {
  readonly book: ReceiptBook
  /** The vault that it is in, as a tag; null where there is only one. */
  readonly vaultTag: string | null
  /** Files of the archive by the id of their document. */
  readonly files: ReadonlyMap<string, ZipEntry>
}

type Work = {
  readonly item: NewItem
  readonly details: ForeignJson | undefined
  readonly category: Category
  readonly context: OnepuxContext
}

const OTHER: Category = { type: 'note', fields: new Map() }
/** Read one by one; everything else that details hold is kept as it is. */
const READ = new Set(['loginFields', 'notesPlain', 'sections', 'passwordHistory', 'documentAttributes', 'password'])

export function onepuxItem(source: ForeignJson, context: OnepuxContext): TransferItem {
  const { book } = context
  const overview = member(source, 'overview')
  const details = member(source, 'details')
  const uuid = textMember(source, 'categoryUuid')
  const category = CATEGORIES.get(uuid) ?? OTHER
  const title = textMember(overview, 'title')
  book.found(1, countFields(source))
  const work = { item: newItem(book, category.type, title), details, category, context }
  if (title !== '') book.imported()
  if (isOtherCategory(source)) work.item.keep('categoryUuid', uuid, 'unknownType')
  placeLogin(work)
  for (const section of arrayMember(details, 'sections')) placeSection(work, section)
  for (const url of addressesOf(overview)) work.item.put('url', url)
  work.item.put('notes', textMember(details, 'notesPlain'))
  placeDocument(work)
  for (const [name, value] of unknownDetails(details))
    work.item.keep(name, JSON.stringify(value), 'unknownField', { concealed: true })
  return work.item.done(headOf(source, context))
}

/** Counted on what the file holds, not on what becomes of it. */
function countFields(source: ForeignJson): number {
  const overview = member(source, 'overview')
  const details = member(source, 'details')
  const texts = [textMember(overview, 'title'), textMember(details, 'notesPlain'), textMember(details, 'password')]
  const sections = arrayMember(details, 'sections').flatMap((section) => arrayMember(section, 'fields'))
  return (
    texts.filter((text) => text !== '').length +
    (isOtherCategory(source) ? 1 : 0) +
    loginFields(details).length +
    sections.filter((field) => sectionValue(member(field, 'value')).holds !== 'nothing').length +
    addressesOf(overview).length +
    (textMember(member(details, 'documentAttributes'), 'documentId') === '' ? 0 : 1) +
    unknownDetails(details).length
  )
}

function isOtherCategory(source: ForeignJson): boolean {
  const uuid = textMember(source, 'categoryUuid')
  return uuid !== '' && !CATEGORIES.has(uuid)
}

function loginFields(details: ForeignJson | undefined): readonly ForeignJson[] {
  return arrayMember(details, 'loginFields').filter((field) => textMember(field, 'value') !== '')
}

function unknownDetails(details: ForeignJson | undefined): readonly (readonly [string, ForeignJson])[] {
  if (!isForeignObject(details)) return []
  return Object.entries(details).filter(([name, value]) => !READ.has(name) && !isEmpty(value))
}

function addressesOf(overview: ForeignJson | undefined): readonly string[] {
  const urls = arrayMember(overview, 'urls').map((each) => textMember(each, 'url'))
  return [...new Set([textMember(overview, 'url'), ...urls])].filter((url) => url !== '')
}

function placeLogin({ item, details, category }: Work): void {
  const history = passwordHistory(details)
  const fields = loginFields(details)
  for (const field of fields) {
    const designation = textMember(field, 'designation')
    const value = textMember(field, 'value')
    if (category.type === 'login' && (designation === 'username' || designation === 'password'))
      item.put(designation, value, designation === 'password' ? history : [])
    else {
      const label = [textMember(field, 'name'), textMember(field, 'id'), designation].find((word) => word !== '') ?? '?'
      item.add(label.slice(0, 900), value, { concealed: textMember(field, 'fieldType') === 'P' })
    }
  }
  const hasPassword = fields.some((field) => textMember(field, 'designation') === 'password')
  item.put('password', textMember(details, 'password'), hasPassword ? [] : history)
}

function passwordHistory(details: ForeignJson | undefined): History {
  return arrayMember(details, 'passwordHistory')
    .map((each) => ({ at: timeOf(each, 'time'), value: textMember(each, 'value') }))
    .filter(({ value }) => value !== '')
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

function placeSection(work: Work, section: ForeignJson): void {
  const name = textMember(section, 'title')
  const fields = arrayMember(section, 'fields')
  placeName(work, fields)
  for (const field of fields) {
    if (isNamePart(work, field)) continue
    placeField(work, field, name)
  }
}

function isNamePart({ category }: Work, field: ForeignJson): boolean {
  return category.type === 'identity' && NAME_PARTS.some((part) => part === textMember(field, 'id'))
}

/** Ours is one field. */
function placeName(work: Work, fields: readonly ForeignJson[]): void {
  const parts = NAME_PARTS.flatMap((part) => {
    const field = fields.find((each) => textMember(each, 'id') === part)
    const value = sectionValue(member(field, 'value'))
    return value.holds === 'text' && field !== undefined && isNamePart(work, field) ? [value.text] : []
  })
  if (parts.length === 0) return
  work.item.put('name', parts.join(' '))
  work.context.book.imported(parts.length - 1)
}

function placeField({ item, category, context }: Work, field: ForeignJson, section: string): void {
  const value = sectionValue(member(field, 'value'))
  const id = textMember(field, 'id')
  const label = (textMember(field, 'title') || id || '?').slice(0, 900)
  if (value.holds === 'nothing') return
  if (value.holds === 'file') return attach(item, context, { ...value, label })
  if (value.holds === 'unknown') return item.keep(label, value.text, 'unknownType', { concealed: true })
  if (value.holds === 'sshKey') return placeSshKey(item, context, value)
  const { text, kind, concealed = false } = value
  const known = category.fields.get(id) ?? (kind === 'otp' && category.type === 'login' ? 'otp' : undefined)
  if (known !== undefined) item.put(known, text)
  else item.add(label, text, { ...(kind && { kind }), concealed, section: section.slice(0, 900) })
}

function placeSshKey(
  item: NewItem,
  { book }: OnepuxContext,
  { parts }: Extract<SectionValue, { holds: 'sshKey' }>
): void {
  const held = Object.entries(parts).filter(([, text]) => text !== '')
  for (const [id, text] of held) item.put(id, text)
  // One field in the source.
  book.found(0, held.length - 1)
}

function placeDocument({ item, details, context }: Work): void {
  const attributes = member(details, 'documentAttributes')
  const documentId = textMember(attributes, 'documentId')
  const fileName = textMember(attributes, 'fileName')
  if (documentId !== '') attach(item, context, { documentId, fileName, label: fileName || documentId })
}

type File = { readonly documentId: string; readonly fileName: string; readonly label: string }

function attach(item: NewItem, { files }: OnepuxContext, { documentId, fileName, label }: File): void {
  const entry = files.get(documentId)
  if (entry === undefined) return item.refuse(label, 'missingFile')
  const name = attachmentName(fileName || entry.name.split('__').slice(1).join('__'))
  item.attach({ name, mediaType: mediaTypeOf(name), bytes: entry.read() })
}

function headOf(source: ForeignJson, { vaultTag }: OnepuxContext): Parameters<NewItem['done']>[0] {
  const state = textMember(source, 'state')
  const changedAt = timeOf(source, 'updatedAt')
  const tags = arrayMember(member(source, 'overview'), 'tags').flatMap((tag) =>
    typeof tag === 'string' ? (folderTag(tag) ?? []) : []
  )
  const archive = state === 'archived' ? ['Archived'] : []
  const favorite = member(source, 'favIndex')
  return {
    tags: [...new Set([...(vaultTag === null ? [] : [vaultTag]), ...archive, ...tags])],
    favorite: typeof favorite === 'number' && favorite > 0,
    createdAt: timeOf(source, 'createdAt'),
    changedAt,
    trashedAt:
      state === 'trashed' || state === 'deleted' || member(source, 'trashed') === true ? (changedAt ?? 0) : null
  }
}

function timeOf(source: ForeignJson, name: string): number | null {
  const time = member(source, name)
  return typeof time === 'number' ? foreignTime(time) : null
}
