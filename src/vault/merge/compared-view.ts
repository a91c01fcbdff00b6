import { isSealed } from '../../core/vault/concealed.ts'
import { changedAt, type FieldDifference, type FieldSide, laterSide, valueOf } from '../../core/vault/difference.ts'
import { stampTime } from '../../core/vault/stamp.ts'
import type { ComparedField, ComparedValue } from '../../shared/merge-views.ts'
import { readDefinition } from '../item/field-definition.ts'

/** A difference as it may cross to the page: of a concealed value, only that there is one. */
export function comparedField(difference: FieldDifference): ComparedField {
  const { field, mine, other } = difference
  const definition = definitionOf(mine, field) ?? definitionOf(other, field)
  const isText = definition?.kind === 'multiline'
  return {
    field,
    label: definition?.label ?? '',
    mine: sideView(mine),
    other: sideView(other),
    later: laterSide(difference),
    canTakeBoth: isText && [mine, other].every((side) => typeof valueOf(side)?.version.value === 'string')
  }
}

function sideView(side: FieldSide): ComparedField['mine'] {
  const at = changedAt(side)
  return { at: at === null ? null : stampTime(at), value: valueView(side) }
}

const MAX_TEXT = 4096

function valueView(side: FieldSide): ComparedValue {
  const found = valueOf(side)
  if (found === null || found.version.value === false || found.version.value === '') return { is: 'none' }
  const { value } = found.version
  if (isSealed(value)) return { is: 'concealed' }
  if (typeof value === 'string') return { is: 'open', text: value.slice(0, MAX_TEXT) }
  if (typeof value === 'number' || value === true) return { is: 'open', text: String(value) }
  return { is: 'open', text: attachmentName(value) }
}

/** Of a file its name is what tells it from another. */
function attachmentName(value: unknown): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : ''
  return typeof name === 'string' ? name : ''
}

function definitionOf(side: FieldSide, field: string) {
  return field.startsWith('field:') ? readDefinition(side.get(field)?.value) : null
}
