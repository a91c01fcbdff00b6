import { isSealed } from '../../core/vault/concealed.ts'
import { readCheck } from '../../core/vault/list-properties.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { FieldView } from '../../shared/views.ts'
import { isAttachmentField } from '../attachments/attachment-value.ts'
import { type FieldDefinition, readDefinition, valueProperty } from './field-definition.ts'

export type Field = FieldDefinition & {
  readonly id: string
  readonly property: string
  readonly value: Version | undefined
}

type Winners = ReadonlyMap<string, Version>

/** The fields of an item in their order, attachments apart; a value without a definition (an import, another app) is shown too. */
export function itemFields(winners: Winners): readonly Field[] {
  const ids = new Set<string>()
  for (const [name, { value }] of winners) {
    const id = fieldIdOf(name)
    if (id !== null && value !== null) ids.add(id)
  }
  return [...ids]
    .filter((id) => !isAttachmentField(winners, id))
    .map((id) => fieldOf(winners, id))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

export function fieldOf(winners: Winners, id: string): Field {
  const definition = readDefinition(winners.get(`field:${id}`)?.value) ?? impliedDefinition(winners, id)
  const property = valueProperty(id, definition.kind, definition.concealed)
  return { ...definition, id, property, value: winners.get(property) }
}

/** What may cross to the page: a concealed value is only said to be there. */
export function fieldView(field: Field, winners: Winners, olderVersions: number): FieldView {
  const { id, label, kind, section } = field
  const value = field.value?.value ?? null
  const head = { id, label, kind, section, olderVersions }
  // A value that is sealed stays concealed whatever its definition says: another device may have changed only one of them.
  if (!field.concealed && !isSealed(value))
    return { ...head, concealed: false, value: typeof value === 'string' ? value : '' }
  const bits = kind === 'otp' ? null : (readCheck(winners.get(`check:${id}`)?.value)?.bits ?? null)
  return { ...head, concealed: true, empty: value === null || value === '', bits }
}

const FIELD_ID = /^[a-z0-9][a-z0-9-]{0,63}$/

function fieldIdOf(name: string): string | null {
  const colon = name.indexOf(':')
  const kind = name.slice(0, colon)
  if (kind !== 'field' && kind !== 'value' && kind !== 'url') return null
  const id = name.slice(colon + 1)
  return FIELD_ID.test(id) ? id : null
}

function impliedDefinition(winners: Winners, id: string): FieldDefinition {
  const isUrl = winners.has(`url:${id}`)
  const concealed = isSealed(winners.get(`value:${id}`)?.value)
  return {
    label: id,
    kind: isUrl ? 'url' : concealed ? 'secret' : 'text',
    concealed,
    section: '',
    order: Number.MAX_SAFE_INTEGER
  }
}
