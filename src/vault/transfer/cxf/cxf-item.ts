import { arrayMember, type ForeignJson, isForeignObject, member, textMember } from '../foreign-json.ts'
import { foreignTime } from '../foreign-time.ts'
import { type NewItem, newItem } from '../new-item.ts'
import type { ReceiptBook } from '../receipt.ts'
import { folderTag } from '../tags.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'
import { readCofferExtension, type CofferExtension } from './cxf-extension.ts'
import { credentialPieces, hasPieces, NAME_PART, NAME_PARTS, type Piece } from './cxf-pieces.ts'
import { totpText } from './cxf-totp.ts'
import { pemOfKey } from './private-key-pem.ts'

export type CxfContext = {
  readonly book: ReceiptBook
  /** The collections that an item is in, by its id, as tags. */
  readonly collections: ReadonlyMap<string, readonly string[]>
}

const TYPES: Readonly<Record<string, string>> = {
  'basic-auth': 'login',
  passkey: 'login',
  totp: 'login',
  'generated-password': 'login',
  'credit-card': 'card',
  passport: 'passport',
  'drivers-license': 'identity',
  'identity-document': 'identity',
  'person-name': 'identity',
  address: 'identity',
  'ssh-key': 'ssh-key',
  wifi: 'wifi',
  'api-key': 'api'
}

export function cxfItem(source: ForeignJson, context: CxfContext): TransferItem {
  const { book } = context
  const extension = readCofferExtension(source)
  const credentials = arrayMember(source, 'credentials')
  const title = textMember(source, 'title')
  const pieces = piecesOf(source, credentials)
  const whole = credentials.filter(isWhole)
  const subtitle = textMember(source, 'subtitle')
  book.found(1, pieces.length + whole.length + (title === '' ? 0 : 1) + (subtitle === '' ? 0 : 1))
  if (title !== '') book.imported()
  const item = newItem(book, extension?.type ?? typeOf(credentials, pieces), title)
  const restored = extension === null ? [] : restore(extension, pieces, book)
  const placed = new Set(extension?.fields.map(({ key }) => key))
  placePieces(
    item,
    pieces.filter(({ key }) => !placed.has(key)),
    book
  )
  item.keep('subtitle', subtitle, 'noPlaceForIt')
  for (const credential of whole) keepWhole(item, credential)
  const made = item.done(headOf(source, context, extension !== null))
  const taken = new Set(restored.map(({ id }) => id))
  const added = made.fields.map((field) => (taken.has(field.id) ? { ...field, id: `own-${field.id}` } : field))
  return { ...made, fields: [...restored, ...added] }
}

/** What is read here member by member, and what is kept as it is: passkeys, references, files, and types to come. */
function isWhole(credential: ForeignJson): boolean {
  const type = textMember(credential, 'type')
  return isForeignObject(credential) && !hasPieces(type) && type !== 'totp'
}

function piecesOf(source: ForeignJson, credentials: readonly ForeignJson[]): readonly Piece[] {
  const scope = member(source, 'scope')
  const address = (value: ForeignJson, nth: number): readonly Piece[] =>
    typeof value !== 'string' || value === ''
      ? []
      : [{ key: `url.${nth}`, id: 'url', label: 'url', value, kind: 'url', concealed: false, section: '' }]
  const app = (value: ForeignJson, nth: number): readonly Piece[] => {
    const bundle = textMember(value, 'bundleId')
    return bundle === ''
      ? []
      : [{ key: `app.${nth}`, id: null, label: 'Android', value: bundle, kind: null, concealed: false, section: '' }]
  }
  return [
    ...credentials.flatMap((credential, index) => [
      ...credentialPieces(credential, index),
      ...totpPiece(credential, index)
    ]),
    ...arrayMember(scope, 'urls').flatMap(address),
    ...arrayMember(scope, 'androidApps').flatMap(app)
  ]
}

function totpPiece(credential: ForeignJson, index: number): readonly Piece[] {
  if (textMember(credential, 'type') !== 'totp') return []
  const value = totpText(credential)
  return value === ''
    ? []
    : [{ key: `${index}.secret`, id: 'otp', label: 'totp', value, kind: 'otp', concealed: true, section: '' }]
}

function typeOf(credentials: readonly ForeignJson[], pieces: readonly Piece[]): string {
  for (const credential of credentials) {
    const type = textMember(credential, 'type')
    const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
    if (known !== undefined) return known
  }
  return pieces.some(({ id }) => id === 'url') ? 'login' : 'note'
}

/** The fields of an item that this program wrote, as they were; a value that is gone is gone. */
function restore({ fields }: CofferExtension, pieces: readonly Piece[], book: ReceiptBook): readonly TransferField[] {
  const values = new Map(pieces.map(({ key, value }) => [key, value]))
  return fields.flatMap(({ key, ...field }) => {
    const value = key === '' ? '' : values.get(key)
    // One value is one field, also where somebody made a file that says otherwise.
    values.delete(key)
    if (value === undefined) return []
    if (value !== '') book.imported()
    const written = field.id === 'private-key' ? (pemOfKey(value) ?? value) : value
    return [{ ...field, value: written, history: [] }]
  })
}

function placePieces(item: NewItem, pieces: readonly Piece[], book: ReceiptBook): void {
  const names = pieces.filter(({ id }) => id === NAME_PART)
  if (names.length > 0) {
    const ordered = NAME_PARTS.flatMap((part) => names.filter(({ key }) => key.endsWith(`.${part}`)))
    item.put('name', ordered.map(({ value }) => value).join(' '))
    book.imported(names.length - 1)
  }
  for (const piece of pieces) if (piece.id !== NAME_PART) placePiece(item, piece)
}

function placePiece(item: NewItem, { id, label, value, kind, concealed, section, key }: Piece): void {
  const pem = key.endsWith('.privateKey') ? pemOfKey(value) : null
  if (pem !== null) item.put('private-key', pem)
  else if (key.endsWith('.privateKey')) item.add(label, value, { concealed: true })
  else if (id !== null) item.put(id, value)
  else item.add(label.slice(0, 900), value, { concealed, section: section.slice(0, 900), ...(kind && { kind }) })
}

function keepWhole(item: NewItem, credential: ForeignJson): void {
  const type = textMember(credential, 'type')
  if (type === 'file') return item.refuse(textMember(credential, 'name') || 'file', 'missingFile')
  const reason = type === 'passkey' || type === 'item-reference' ? 'noPlaceForIt' : 'unknownType'
  item.keep((type || '?').slice(0, 900), JSON.stringify(credential), reason, { concealed: true })
}

function headOf(source: ForeignJson, { collections }: CxfContext, isOurs: boolean): Parameters<NewItem['done']>[0] {
  const own = arrayMember(source, 'tags').flatMap((tag) =>
    typeof tag !== 'string' || tag === '' ? [] : isOurs ? tag : (folderTag(tag) ?? [])
  )
  const tags = [...(collections.get(textMember(source, 'id')) ?? []), ...own]
  return {
    tags: [...new Set(tags)],
    favorite: member(source, 'favorite') === true,
    createdAt: timeOf(source, 'creationAt'),
    changedAt: timeOf(source, 'modifiedAt')
  }
}

function timeOf(source: ForeignJson, name: string): number | null {
  const time = member(source, name)
  return typeof time === 'number' ? foreignTime(time) : null
}
