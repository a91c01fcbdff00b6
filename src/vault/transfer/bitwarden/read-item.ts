import { arrayMember, type ForeignJson, isForeignObject, member, textMember } from '../foreign-json.ts'
import { foreignTime } from '../foreign-time.ts'
import { newItem, type NewItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { countFields, isFilledField, ITEM_LISTS, strayLists } from './count-fields.ts'
import { putLogin } from './login.ts'
import { type OldValues, passwordHistory } from './password-history.ts'
import { putSection } from './sections.ts'
import { hasContent, SECTIONS, STRUCTURE, shown, spoken } from './shape.ts'

const TYPES: ReadonlyMap<ForeignJson | undefined, string> = new Map([
  [1, 'login'],
  [2, 'note'],
  [3, 'card'],
  [4, 'identity'],
  [5, 'ssh-key'],
  [6, 'bank'],
  [7, 'drivers-license'],
  [8, 'passport']
])

/** Names of folders and collections by their ids. */
export type Places = ReadonlyMap<string, string>

export function readItem(source: ForeignJson, places: Places, book: ReceiptBook): TransferItem | null {
  book.found(1, countFields(source))
  if (!isForeignObject(source)) {
    book.refused('', 'item', 'unreadable')
    return null
  }
  const title = textMember(source, 'name')
  if (title !== '') book.imported()
  const item = newItem(book, TYPES.get(member(source, 'type')) ?? 'note', title)
  const hidden = arrayMember(source, 'fields').flatMap((field) =>
    member(field, 'type') === 1 ? textMember(field, 'name') : []
  )
  const old = passwordHistory(source, hidden)
  const used = putSections(item, source, old, book)
  item.put('notes', textMember(source, 'notes'))
  putFields(item, source, old, used)
  settleHistory(item, source, old, used, book)
  const head = headOf(item, source, places, book)
  keepRest(item, source)
  return item.done(head)
}

function putSections(item: NewItem, source: ForeignJson, old: OldValues, book: ReceiptBook): Set<string> {
  const used = new Set<string>()
  for (const name of SECTIONS) {
    const section = member(source, name)
    if (!isForeignObject(section)) {
      if (hasContent(section)) item.keep(spoken(name), shown(section ?? null), 'unreadable', { concealed: true })
    } else if (name !== 'login') putSection(item, name, section, book)
    else if (putLogin(item, section, old.get('') ?? [])) used.add('')
  }
  return used
}

/** Hidden ones are concealed; one that is linked to another field has nothing but the number of that. */
function putFields(item: NewItem, source: ForeignJson, old: OldValues, used: Set<string>): void {
  for (const field of arrayMember(source, 'fields').filter(isFilledField)) {
    const name = textMember(field, 'name')
    const value = member(field, 'value')
    const concealed = member(field, 'type') === 1
    if (!hasContent(value)) item.keep(name || 'linkedId', shown(member(field, 'linkedId') ?? null), 'brokenReference')
    else {
      const isFirst = concealed && !used.has(name)
      item.add(name || 'field', shown(value ?? null), {
        concealed,
        ...(isFirst ? { history: old.get(name) ?? [] } : {})
      })
      if (isFirst) used.add(name)
    }
  }
}

/** Each older value is a field of the file: those without a field to belong to are kept as they are. */
function settleHistory(
  item: NewItem,
  source: ForeignJson,
  old: OldValues,
  used: ReadonlySet<string>,
  book: ReceiptBook
): void {
  const entries = arrayMember(source, 'passwordHistory').filter(hasContent).length
  let told = 0
  for (const [name, history] of old) {
    told += history.length
    if (used.has(name)) book.imported(history.length)
    else
      for (const { value } of history) item.keep(name || 'passwordHistory', value, 'noPlaceForIt', { concealed: true })
  }
  for (let empty = told; empty < entries; empty++) item.refuse('passwordHistory', 'unreadable')
}

type Head = Parameters<NewItem['done']>[0]

function headOf(item: NewItem, source: ForeignJson, places: Places, book: ReceiptBook): Head {
  const time = (name: string): number | null => {
    const found = member(source, name)
    if (!hasContent(found)) return null
    const at = typeof found === 'string' ? foreignTime(found) : null
    if (at === null) item.keep(name, shown(found ?? null), 'unreadable')
    else book.imported()
    return at
  }
  const archived = time('archivedDate')
  const favorite = member(source, 'favorite') === true
  if (favorite) book.imported()
  const tags = [...placesOf(item, source, places, book), ...(archived === null ? [] : ['Archive'])]
  return {
    favorite,
    tags: [...new Set(tags)],
    createdAt: time('creationDate'),
    changedAt: time('revisionDate'),
    trashedAt: time('deletedDate')
  }
}

function placesOf(item: NewItem, source: ForeignJson, places: Places, book: ReceiptBook): readonly string[] {
  const ids = [member(source, 'folderId'), ...arrayMember(source, 'collectionIds')].filter(hasContent)
  return ids.flatMap((id) => {
    const place = typeof id === 'string' ? places.get(id) : undefined
    if (place === undefined) item.refuse('folderId', 'brokenReference')
    else book.imported()
    return place ?? []
  })
}

const READ = new Set([
  'name',
  'notes',
  'favorite',
  'folderId',
  'collectionIds',
  'fields',
  'passwordHistory',
  'creationDate',
  'revisionDate',
  'deletedDate',
  'archivedDate'
])

function keepRest(item: NewItem, source: ForeignJson): void {
  if (!isForeignObject(source)) return
  for (const list of strayLists(source, ITEM_LISTS)) item.refuse(list, 'unreadable')
  const own = new Set<string>([...READ, ...STRUCTURE, ...SECTIONS])
  for (const [name, value] of Object.entries(source)) {
    if (own.has(name)) keepUnread(item, name, value)
    else if (!hasContent(value)) continue
    else if (name === 'reprompt') item.keep('reprompt', shown(value), 'noPlaceForIt')
    else item.keep(spoken(name), shown(value), 'unknownField', { concealed: true })
  }
}

/** Members of the right name and the wrong kind. */
function keepUnread(item: NewItem, name: string, value: ForeignJson): void {
  const isText = name === 'name' || name === 'notes'
  if (isText && typeof value !== 'string' && hasContent(value)) item.keep(name, shown(value), 'unreadable')
  if (name === 'favorite' && value !== true && hasContent(value)) item.keep(name, shown(value), 'unreadable')
}
