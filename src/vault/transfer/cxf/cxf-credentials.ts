import type { FieldKind } from '../../../shared/item-views.ts'
import type { ForeignJson, ForeignObject } from '../foreign-json.ts'
import { plainLabel } from '../login-parts.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'
import { passkeyCredentials } from './cxf-passkeys.ts'
import { totpCredential } from './cxf-totp.ts'
import { keyOfPem } from './private-key-pem.ts'

/** The credentials and addresses of an item, and where each of its fields went; '' for one without a value. */
export type WrittenCredentials = {
  readonly credentials: readonly ForeignJson[]
  readonly urls: readonly string[]
  readonly keys: ReadonlyMap<TransferField, string>
  /** Passkeys that must stay: their counter says that another copy would be found out. */
  readonly withheld: number
}

type Members = Readonly<Record<string, string>>

/** The credential that a type of ours mainly is: members, and the fields that fill them. */
const MAIN: Readonly<Record<string, { readonly type: string; readonly members: Members }>> = {
  login: { type: 'basic-auth', members: { username: 'username', password: 'password' } },
  database: { type: 'basic-auth', members: { username: 'username', password: 'password' } },
  server: { type: 'basic-auth', members: { username: 'username', password: 'password' } },
  card: {
    type: 'credit-card',
    members: { number: 'number', fullName: 'holder', verificationNumber: 'code', pin: 'pin', expiryDate: 'expires' }
  },
  passport: {
    type: 'passport',
    members: {
      issuingCountry: 'country',
      passportNumber: 'number',
      fullName: 'name',
      birthDate: 'birthday',
      issueDate: 'issued',
      expiryDate: 'expires',
      issuingAuthority: 'authority'
    }
  },
  wifi: { type: 'wifi', members: { ssid: 'network', networkSecurityType: 'security', passphrase: 'password' } },
  api: { type: 'api-key', members: { key: 'secret', username: 'username', expiryDate: 'expires' } },
  identity: { type: 'person-name', members: { given: 'name' } }
}

type Writing = {
  readonly credentials: ForeignJson[]
  readonly urls: string[]
  readonly keys: Map<TransferField, string>
  readonly left: Set<TransferField>
}

export function writeCredentials(item: TransferItem): WrittenCredentials {
  const filled = item.fields.filter(({ value }) => value !== '')
  const writing: Writing = { credentials: [], urls: [], keys: new Map(), left: new Set(filled) }
  for (const field of item.fields) if (field.value === '') writing.keys.set(field, '')
  writeAddresses(writing)
  writeMain(writing, item.type)
  writePrivateKey(writing, item.type)
  writeCodes(writing)
  writeNotes(writing)
  const { passkeys, carried, withheld } = passkeyCredentials([...writing.left])
  writing.credentials.push(...passkeys)
  for (const field of carried) writing.left.delete(field)
  writeCustomFields(writing)
  return { ...writing, withheld }
}

function take({ keys, left }: Writing, field: TransferField, key: string): void {
  keys.set(field, key)
  left.delete(field)
}

function writeAddresses(writing: Writing): void {
  for (const field of writing.left)
    if (field.kind === 'url' && !field.concealed) take(writing, field, `url.${writing.urls.push(field.value) - 1}`)
}

function writeMain(writing: Writing, type: string): void {
  const main = Object.hasOwn(MAIN, type) ? MAIN[type] : undefined
  if (main === undefined) return
  const index = writing.credentials.length
  const credential: Record<string, ForeignJson> = { type: main.type }
  for (const [name, id] of Object.entries(main.members)) {
    const field = [...writing.left].find((each) => each.id === id)
    if (field === undefined) continue
    credential[name] = editable(field)
    take(writing, field, `${index}.${name}`)
  }
  if (Object.keys(credential).length > 1) writing.credentials.push(credential)
}

function writePrivateKey(writing: Writing, type: string): void {
  const field = type === 'ssh-key' ? [...writing.left].find(({ id }) => id === 'private-key') : undefined
  const privateKey = field === undefined ? null : keyOfPem(field.value)
  if (field === undefined || privateKey === null) return
  take(writing, field, `${writing.credentials.push({ type: 'ssh-key', privateKey }) - 1}.privateKey`)
}

function writeCodes(writing: Writing): void {
  for (const field of [...writing.left].filter(({ kind }) => kind === 'otp')) {
    const credential = totpCredential(field.value)
    if (credential !== null) take(writing, field, `${writing.credentials.push(credential) - 1}.secret`)
  }
}

function writeNotes(writing: Writing): void {
  const notes = [...writing.left].find(({ id }) => id === 'notes')
  if (notes === undefined) return
  const content = { fieldType: 'string', value: notes.value }
  take(writing, notes, `${writing.credentials.push({ type: 'note', content }) - 1}.content`)
}

function writeCustomFields(writing: Writing): void {
  const bySection = new Map<string, TransferField[]>()
  for (const field of writing.left) bySection.set(field.section, [...(bySection.get(field.section) ?? []), field])
  for (const [section, fields] of bySection) {
    const index = writing.credentials.length
    const label = section === '' ? {} : { label: section }
    const written = fields.map((field) => ({ ...editable(field), label: plainLabel(field) }))
    writing.credentials.push({ type: 'custom-fields', ...label, fields: written })
    for (const [nth, field] of fields.entries()) take(writing, field, `${index}.fields.${nth}`)
  }
}

const FIELD_TYPES: Partial<Record<FieldKind, readonly [string, RegExp]>> = {
  email: ['email', /^[^@\s]+@[^@\s]+$/],
  number: ['number', /^-?\d+(\.\d+)?$/],
  date: ['date', /^\d{4}-\d\d-\d\d$/],
  month: ['year-month', /^\d{4}-\d\d$/]
}

/** CXF 1.0, "EditableField". A type that the value does not keep to would be worse than none. */
function editable({ kind, concealed, value }: TransferField): ForeignObject {
  const [fieldType, form] = FIELD_TYPES[kind] ?? ['string', /^/]
  return { fieldType: concealed ? 'concealed-string' : form.test(value) ? fieldType : 'string', value }
}
