import { arrayMember, type ForeignJson, isForeignObject, member } from '../foreign-json.ts'
import { hasContent, SECTIONS, STRUCTURE } from './shape.ts'

/**
 * How many fields with something in them an item of the file has. Counted on the file itself and not while reading, so
 * that a field which reading forgets is missed.
 */
export function countFields(item: ForeignJson): number {
  if (!isForeignObject(item)) return 1
  const own = Object.entries(item).filter(([name, value]) => !APART.has(name) && hasContent(value)).length
  const lists = [
    ...arrayMember(item, 'fields').filter(isFilledField),
    ...arrayMember(item, 'passwordHistory').filter(hasContent)
  ]
  const collections = arrayMember(item, 'collectionIds').filter(hasContent)
  const sections = SECTIONS.map((name) => countSection(name, member(item, name)))
  const strays = strayLists(item, ITEM_LISTS).length
  return own + strays + lists.length + collections.length + sections.reduce((sum, count) => sum + count, 0)
}

export const ITEM_LISTS = ['fields', 'passwordHistory', 'collectionIds'] as const
const APART: ReadonlySet<string> = new Set([...STRUCTURE, ...SECTIONS, ...ITEM_LISTS])

/** Members that should be lists and are something else. */
export const strayLists = (value: ForeignJson, names: readonly string[]): readonly string[] =>
  names.filter((name) => !Array.isArray(member(value, name)) && hasContent(member(value, name)))

/** A name without a value says nothing; a linked field has a number in the place of a value. */
export const isFilledField = (field: ForeignJson): boolean =>
  hasContent(member(field, 'value')) || hasContent(member(field, 'linkedId'))

function countSection(name: string, section: ForeignJson | undefined): number {
  if (!isForeignObject(section)) return hasContent(section) ? 1 : 0
  if (name !== 'login') return Object.values(section).filter(hasContent).length
  const single = Object.entries(section).filter(([key, value]) => !LISTS.has(key) && hasContent(value)).length
  const uris = arrayMember(section, 'uris')
  const matched = uris.filter((uri) => typeof member(uri, 'match') === 'number').length
  const passkeys = arrayMember(section, 'fido2Credentials').filter(hasContent)
  const strays = strayLists(section, LOGIN_LISTS)
  return single + uris.filter(isFilledUri).length + matched + passkeys.length + strays.length
}

export const LOGIN_LISTS = ['uris', 'fido2Credentials'] as const
const LISTS: ReadonlySet<string> = new Set(LOGIN_LISTS)

export const isFilledUri = (uri: ForeignJson): boolean => hasContent(member(uri, 'uri'))
