import { dayOf, MOST_DAYS } from '../../core/vault/due.ts'
import type { Json } from '../../core/vault/json.ts'
import type { Version } from '../../core/vault/properties.ts'
import type { FieldEdit } from '../../shared/views.ts'
import { fieldOf } from './item-fields.ts'

type Put = Extract<FieldEdit, { change: 'put' }>
type Winners = ReadonlyMap<string, Version>

/** The field of every template that says when the whole thing ends. */
const EXPIRES = 'expires'
/** Written where the user does not want to be reminded: absent means that nobody has said anything. */
const OFF: Json = {}

/** What `due:<id>` is to be after this edit; undefined leaves it as it is. */
export function dueAfter(edit: Put, winners: Winners): Json | undefined {
  return edit.concealed ? rotation(edit) : expiry(edit, winners)
}

function rotation({ rotateDays }: Put): Json | undefined {
  if (rotateDays === undefined) return undefined
  return rotateDays === null ? null : { every: Math.min(rotateDays, MOST_DAYS) }
}

function expiry(edit: Put, winners: Winners): Json | undefined {
  if (edit.kind !== 'date' && edit.kind !== 'month') return winners.has(`due:${edit.id}`) ? null : undefined
  const known = winners.get(`due:${edit.id}`)?.value ?? null
  const wanted = edit.expiry ?? (known === null ? edit.id === EXPIRES : !isOff(known))
  if (!wanted) return known === null ? undefined : OFF
  const stored = fieldOf(winners, edit.id).value?.value
  const value = edit.value ?? (typeof stored === 'string' ? stored : '')
  // A date in words, from an import, is shown and reminds of nothing; neither does an empty one.
  if (dayOf(value) !== null) return { on: value.trim() }
  return (edit.expiry === true && edit.id !== EXPIRES) || known !== null ? { on: '' } : undefined
}

/** Whether this date reminds: the user said so, or it is the one that every template means so. */
export function isExpiry(id: string, winners: Winners): boolean {
  const known = winners.get(`due:${id}`)?.value ?? null
  return known === null ? id === EXPIRES : !isOff(known)
}

const isOff = (value: Json): boolean => JSON.stringify(value) === JSON.stringify(OFF)
