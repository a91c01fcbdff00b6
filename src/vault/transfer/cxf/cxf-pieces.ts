import type { FieldKind } from '../../../shared/item-views.ts'
import { arrayMember, type ForeignJson, isForeignObject, member, textMember } from '../foreign-json.ts'

/** One value of a credential. `key` is its place in the item, `id` the template field that it is, if it is one. */
export type Piece = {
  readonly key: string
  readonly id: string | null
  readonly label: string
  readonly value: string
  readonly kind: FieldKind | null
  readonly concealed: boolean
  readonly section: string
}

/** In the order in which a name is written; ours is one field. */
export const NAME_PARTS = [
  'title',
  'given',
  'given2',
  'surnamePrefix',
  'surname',
  'surname2',
  'generation',
  'credentials'
] as const
/** In place of the id of a template field. */
export const NAME_PART = '@name'

/** Members of credentials that are fields of a template of ours; FIDO CXF 1.0, section 3. */
const TEMPLATE_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'basic-auth': { username: 'username', password: 'password' },
  note: { content: 'notes' },
  'credit-card': {
    fullName: 'holder',
    number: 'number',
    expiryDate: 'expires',
    verificationNumber: 'code',
    pin: 'pin',
    cardType: '',
    validFrom: ''
  },
  passport: {
    fullName: 'name',
    passportNumber: 'number',
    issuingCountry: 'country',
    birthDate: 'birthday',
    issueDate: 'issued',
    expiryDate: 'expires',
    issuingAuthority: 'authority'
  },
  'drivers-license': { fullName: 'name', birthDate: 'birthday' },
  'identity-document': { fullName: 'name', birthDate: 'birthday' },
  address: { streetAddress: 'address', tel: 'phone' },
  'person-name': Object.fromEntries(NAME_PARTS.map((part) => [part, NAME_PART])),
  'ssh-key': { keyComment: '', keyType: '' },
  wifi: { ssid: 'network', passphrase: 'password', networkSecurityType: 'security' },
  'api-key': { key: 'secret', username: 'username', url: 'url', expiryDate: 'expires' },
  'generated-password': { password: 'password' },
  'custom-fields': {}
}

/** Types whose members are fields; others are kept whole. */
export function hasPieces(type: string): boolean {
  return Object.hasOwn(TEMPLATE_FIELDS, type)
}

/** Everything with something in it that a credential of a known type holds, in its order. */
export function credentialPieces(credential: ForeignJson, index: number): readonly Piece[] {
  const type = textMember(credential, 'type')
  if (type === 'custom-fields') return customPieces(credential, index)
  const ids = hasPieces(type) ? TEMPLATE_FIELDS[type] : undefined
  if (ids === undefined || !isForeignObject(credential)) return []
  return Object.entries(credential).flatMap(([name, content]) => {
    if (name === 'type' || name === 'id' || name === 'extensions') return []
    const field = fieldOf(content)
    const id = Object.hasOwn(ids, name) ? ids[name] : undefined
    const known = id === undefined || id === '' ? null : id
    return field === null
      ? []
      : [{ key: `${index}.${name}`, id: known, section: '', ...field, label: field.label || name }]
  })
}

function customPieces(credential: ForeignJson, index: number): readonly Piece[] {
  const section = textMember(credential, 'label')
  return arrayMember(credential, 'fields').flatMap((content, nth) => {
    const field = fieldOf(content)
    return field === null
      ? []
      : [{ key: `${index}.fields.${nth}`, id: null, section, ...field, label: field.label || '?' }]
  })
}

type Field = Pick<Piece, 'label' | 'value' | 'kind' | 'concealed'>

/** An EditableField, or what a careless exporter writes in its place. Null where there is nothing in it. */
function fieldOf(content: ForeignJson): Field | null {
  const value = isForeignObject(content) ? member(content, 'value') : content
  const text = plainText(value)
  if (text === '') return null
  const fieldType = textMember(content, 'fieldType')
  const kind = KINDS.get(fieldType) ?? null
  return { label: textMember(content, 'label'), value: text, kind, concealed: fieldType === 'concealed-string' }
}

const KINDS: ReadonlyMap<string, FieldKind> = new Map([
  ['email', 'email'],
  ['number', 'number'],
  ['date', 'date'],
  ['year-month', 'month']
])

function plainText(value: ForeignJson | undefined): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
