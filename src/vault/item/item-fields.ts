import { isSealed } from '../../core/vault/concealed.ts'
import { readRule } from '../../core/vault/due.ts'
import { readCheck } from '../../core/vault/list-properties.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { FieldView } from '../../shared/item-views.ts'
import { isAttachmentField } from '../attachments/attachment-value.ts'
import { isExpiry } from './due-set.ts'
import { type FieldDefinition, readDefinition, valueProperty } from './field-definition.ts'

export type Field = FieldDefinition & {
  readonly id: string
  readonly property: string
  readonly value: Version | undefined
}

type Winners = ReadonlyMap<string, Version>

/** What is typed into an item, in its order; its files are listed apart. */
export const itemFields = (winners: Winners): readonly Field[] =>
  allFields(winners).filter(({ id }) => !isAttachmentField(winners, id))

/** The same with files; a value without a definition (an import, another app) is shown too. */
export function allFields(winners: Winners): readonly Field[] {
  const ids = new Set<string>()
  for (const [name, { value }] of winners) {
    const id = fieldIdOf(name)
    if (id !== null && value !== null) ids.add(id)
  }
  return [...ids].map((id) => fieldOf(winners, id)).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
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
  const due = dueView(field, winners)
  const head = { id, label, kind, section, olderVersions, ...due }
  // A value that is sealed stays concealed whatever its definition says: another device may have changed only one of them.
  if (!field.concealed && !isSealed(value))
    return { ...head, concealed: false, value: typeof value === 'string' ? value : '' }
  const bits = kind === 'otp' ? null : (readCheck(winners.get(`check:${id}`)?.value)?.bits ?? null)
  return { ...head, concealed: true, empty: value === null || value === '', bits }
}

/** What the field says about when it ends or is to be changed; nothing where nobody asked. */
export function dueView(
  { id, kind, concealed }: Pick<Field, 'id' | 'kind' | 'concealed'>,
  winners: Winners
): Pick<FieldView, 'expiry' | 'rotateDays'> {
  if (kind === 'date' || kind === 'month') return { expiry: isExpiry(id, winners) }
  const rule = concealed ? readRule(winners.get(`due:${id}`)?.value) : null
  return rule !== null && 'every' in rule ? { rotateDays: rule.every } : {}
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
