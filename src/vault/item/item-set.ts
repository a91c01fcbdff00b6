import { type ConcealedScope, fingerprint, isSealed, sealValue } from '../../core/vault/concealed.ts'
import type { Json } from '../../core/vault/json.ts'
import { readCheck } from '../../core/vault/list-properties.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { Stamp } from '../../core/vault/stamp.ts'
import { estimateBits } from '../../core/vault/strength.ts'
import { subtitleField } from '../../core/vault/item-types.ts'
import type { FieldEdit, ItemEdit } from '../../shared/item-views.ts'
import { withFacts } from '../facts/derive-fields.ts'
import { dueAfter, soonestAfter } from './due-set.ts'
import { definitionValue, valueProperty } from './field-definition.ts'
import { fieldOf } from './item-fields.ts'
import { checkEdit, checkSet } from './limits.ts'
import { wellFormedEdit } from './well-formed.ts'

export type EditContext = {
  readonly item: string
  readonly at: Stamp
  readonly type: string
  readonly winners: ReadonlyMap<string, Version>
  readonly scope: ConcealedScope
}

type Properties = Record<string, Json>

/** The properties that an edit sets; what it leaves as it was is absent, so that it cannot win over another device. */
export function editSet(typed: ItemEdit, context: EditContext): Readonly<Properties> {
  const plain = wellFormedEdit(typed)
  const edit = { ...plain, fields: withFacts(plain.fields, context.type, context.winners) }
  checkEdit(edit, context.winners)
  const set: Properties = {}
  if (edit.title !== undefined) set['title'] = edit.title
  if (edit.favorite !== undefined) set['favorite'] = edit.favorite
  if (edit.tags !== undefined) setTags(set, edit.tags, context)
  for (const field of edit.fields) setField(set, field, context)
  setSubtitle(set, edit.fields, context)
  set['due'] = soonestAfter(onlyChanged(set, context), context.winners, context.at)
  const changed = onlyChanged(set, context)
  checkSet(changed)
  return changed
}

function setTags(set: Properties, tags: readonly string[], { winners }: EditContext): void {
  const wanted = new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))
  for (const tag of wanted) set[`tag:${tag}`] = true
  for (const [name, { value }] of winners) {
    if (name.startsWith('tag:') && value !== null && !wanted.has(name.slice(4))) set[name] = null
  }
}

function setField(set: Properties, edit: FieldEdit, context: EditContext): void {
  const before = fieldOf(context.winners, edit.id)
  if (edit.change === 'remove') {
    for (const name of ['field', 'check', 'due'].map((part) => `${part}:${edit.id}`)) set[name] = null
    set[before.property] = null
    return
  }
  set[`field:${edit.id}`] = definitionValue(edit)
  const due = dueAfter(edit, context.winners)
  if (due !== undefined) set[`due:${edit.id}`] = due
  const property = valueProperty(edit.id, edit.kind, edit.concealed)
  if (property !== before.property && before.value !== undefined) set[before.property] = null
  if (edit.value !== undefined) setValue(set, property, edit.value, edit, context)
}

function setValue(
  set: Properties,
  property: string,
  value: string,
  edit: FieldEdit & { change: 'put' },
  context: EditContext
): void {
  const { item, at, scope, winners } = context
  const check = `check:${edit.id}`
  if (!edit.concealed || value === '') {
    set[property] = value === '' ? null : value
    if (winners.has(check)) set[check] = null
    return
  }
  const made = fingerprint(scope, value)
  // Sealing the same value again would only push an older one out of the history.
  if (readCheck(winners.get(check)?.value)?.fingerprint === made && isSealed(winners.get(property)?.value)) return
  set[property] = sealValue(scope, { item, at, name: property }, value)
  // Whole bits, rounded down: a number of the file is an integer, and strength is never overstated.
  const bits = edit.kind === 'otp' ? 0 : Math.max(0, Math.floor(edit.bits ?? estimateBits(value)))
  set[check] = { fingerprint: made, bits }
}

/** The second line of the list repeats one open field, so that the list needs no details. */
function setSubtitle(set: Properties, fields: readonly FieldEdit[], { type }: EditContext): void {
  const id = subtitleField(type)
  const edit = fields.find((field) => field.id === id)
  if (edit === undefined) return
  if (edit.change === 'remove' || edit.concealed) set['subtitle'] = null
  else if (edit.value !== undefined) set['subtitle'] = edit.value.slice(0, MAX_SUBTITLE)
}

const MAX_SUBTITLE = 256

function onlyChanged(set: Properties, { winners }: EditContext): Readonly<Properties> {
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => !isSame(winners.get(name)?.value, value)))
}

function isSame(before: Json | undefined, after: Json): boolean {
  return (before ?? null) === after || JSON.stringify(before) === JSON.stringify(after)
}
