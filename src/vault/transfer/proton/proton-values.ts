import { arrayMember, type ForeignJson, isForeignObject, member, textMember } from '../foreign-json.ts'
import type { Look } from '../new-item.ts'
import { SECRET_NAMES } from './proton-fields.ts'

/** One value of an item: `name` is Proton's member, null for a field of the user's own. */
export type ProtonValue = {
  readonly name: string | null
  readonly label: string
  readonly value: string
  readonly look: Look
  /** Kept as JSON: passkeys, and what is newer than this reader. */
  readonly isWhole: boolean
}

const EXTRA_LISTS = new Set(['extraPersonalDetails', 'extraAddressDetails', 'extraContactDetails', 'extraWorkDetails'])
const SECTIONS = new Set(['sections', 'extraSections'])

/** Everything with something in it that an item holds besides its title and files, in its order. */
export function protonValues(source: ForeignJson): readonly ProtonValue[] {
  const data = member(source, 'data')
  const content = member(data, 'content')
  const alias = textMember(source, 'aliasEmail')
  const note = textMember(member(data, 'metadata'), 'note')
  return [
    ...(alias === '' ? [] : [plain('aliasEmail', alias)]),
    ...(isForeignObject(content) ? Object.entries(content).flatMap(([name, value]) => contentValues(name, value)) : []),
    ...(note === '' ? [] : [plain('note', note)]),
    ...arrayMember(data, 'extraFields').flatMap((field) => extraField(field, ''))
  ]
}

function contentValues(name: string, value: ForeignJson): readonly ProtonValue[] {
  if (isNothing(value)) return []
  if (typeof value !== 'object' || value === null) return [plain(name, String(value))]
  if (name === 'urls')
    return arrayOf(value).flatMap((url) => (typeof url === 'string' && url !== '' ? [plain(name, url)] : []))
  if (name === 'passkeys')
    return arrayOf(value).flatMap((passkey) => (isNothing(passkey) ? [] : [whole(name, passkey, 'passkey')]))
  if (EXTRA_LISTS.has(name)) return arrayOf(value).flatMap((field) => extraField(field, ''))
  if (SECTIONS.has(name))
    return arrayOf(value).flatMap((section) =>
      arrayMember(section, 'sectionFields').flatMap((field) => extraField(field, textMember(section, 'sectionName')))
    )
  return [whole(name, value)]
}

/** `{ fieldName, type, data }`. */
function extraField(field: ForeignJson, section: string): readonly ProtonValue[] {
  const data = member(field, 'data')
  const type = textMember(field, 'type')
  const label = textMember(field, 'fieldName') || '?'
  const look = { section: section.slice(0, 900) }
  const totp = textMember(data, 'totpUri')
  if (totp !== '')
    return [{ name: null, label, value: totp, look: { ...look, kind: 'otp', concealed: true }, isWhole: false }]
  const text = textMember(data, 'content') || textMember(data, 'timestamp')
  if (text !== '')
    return [{ name: null, label, value: text, look: { ...look, concealed: type === 'hidden' }, isWhole: false }]
  return data === undefined || isNothing(data) ? [] : [whole(null, data, label)]
}

function plain(name: string, value: string): ProtonValue {
  const label = name === 'aliasEmail' ? 'Alias' : name
  return { name, label, value, look: { concealed: SECRET_NAMES.test(name) }, isWhole: false }
}

function whole(name: string | null, value: ForeignJson, label = name ?? '?'): ProtonValue {
  return { name, label: label.slice(0, 900), value: JSON.stringify(value), look: {}, isWhole: true }
}

const arrayOf = (value: ForeignJson): readonly ForeignJson[] =>
  Array.isArray(value) ? (value as readonly ForeignJson[]) : []

function isNothing(value: ForeignJson): boolean {
  if (value === null || value === '') return true
  if (Array.isArray(value)) return value.every(isNothing)
  return typeof value === 'object' && Object.values(value).every(isNothing)
}
