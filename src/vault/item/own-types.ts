import { VaultError } from '../../core/errors.ts'
import { VAULT_ITEM } from '../../core/vault/change.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import { isArray, isObject, type Json } from '../../core/vault/json.ts'
import type { ItemTemplate } from '../../shared/item-views.ts'
import type { BuildChanges } from './change-items.ts'
import { definitionValue, readDefinition } from './field-definition.ts'
import { itemFields } from './item-fields.ts'
import { wellFormed } from './well-formed.ts'

/** What `type:<id>` of the vault says; `offered` is false once the user wants no more items of it. */
type OwnType = ItemTemplate & { readonly name: string; readonly offered: boolean }

const MOST_NAME = 100
const PREFIX = 'type:'

/** The types that the user has made, by name. Items of one that is no longer offered keep it. */
export function ownTypes(folded: FoldedVault): readonly OwnType[] {
  const found: OwnType[] = []
  for (const [property, { value }] of folded.vaultProperties()) {
    const type = property.startsWith(PREFIX) ? readType(property.slice(PREFIX.length), value) : null
    if (type !== null) found.push(type)
  }
  return found.sort((a, b) => a.name.localeCompare(b.name) || (a.type < b.type ? -1 : 1))
}

function readType(type: string, value: Json): OwnType | null {
  if (!isObject(value) || !/^own-[0-9a-f]{8}$/.test(type)) return null
  const { name, fields, offered } = value as Readonly<Record<string, Json | undefined>>
  if (typeof name !== 'string' || !isArray(fields ?? null)) return null
  return { type, name, offered: offered !== false, fields: (fields as readonly Json[]).flatMap(readField) }
}

function readField(value: Json): ItemTemplate['fields'] {
  const definition = readDefinition(value)
  const { id } = (isObject(value) ? value : {}) as { readonly id?: Json }
  if (definition === null || typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return []
  const { label, kind, concealed, section } = definition
  return [{ id, label, kind, concealed, section }]
}

/** A type with the fields of this item, none of its values, and this item the first of it. BAD_REQUEST without a name. */
export function makeType(type: string, name: string, item: string): BuildChanges {
  return ({ folded }, at) => {
    if (!folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
    const fields = itemFields(folded.properties(item)).map((field, order) => ({
      id: field.id,
      ...definitionObject({ ...field, order })
    }))
    const set = { [PREFIX + type]: { name: typeName(name), fields, offered: true } }
    return [
      { item: VAULT_ITEM, at, set },
      { item, at, set: { type } }
    ]
  }
}

const definitionObject = (definition: Parameters<typeof definitionValue>[0]): Readonly<Record<string, Json>> =>
  definitionValue(definition) as Readonly<Record<string, Json>>

/** FIELD_NOT_FOUND for a type that nobody has made. */
export function changeType(type: string, change: { readonly name?: string; readonly offered?: boolean }): BuildChanges {
  return ({ folded }, at) => {
    const property = PREFIX + type
    const known = folded.vaultProperties().get(property)?.value ?? null
    if (!isObject(known) || readType(type, known) === null) throw new VaultError('FIELD_NOT_FOUND')
    const { name, offered } = change
    const value = {
      ...known,
      ...(name === undefined ? {} : { name: typeName(name) }),
      ...(offered === undefined ? {} : { offered })
    }
    return [{ item: VAULT_ITEM, at, set: { [property]: value } }]
  }
}

function typeName(text: string): string {
  const name = wellFormed(text).replace(/\s+/g, ' ').trim()
  if (name === '' || name.length > MOST_NAME) throw new VaultError('BAD_REQUEST')
  return name
}
