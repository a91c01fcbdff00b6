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
  const known = winners.get(`due:${edit.id}`)?.value ?? null
  const nothing = known === null ? undefined : null
  if (edit.kind !== 'date' && edit.kind !== 'month') return nothing
  if (!(edit.expiry ?? isExpiry(edit.id, winners))) return known === null ? undefined : OFF
  const value = edit.value ?? openValue(edit.id, winners)
  if (dayOf(value) !== null) return { on: value.trim() }
  // A date in words, from an import, is shown and reminds of nothing; neither does an empty one. The wish stays.
  const isAsked = edit.expiry === true && edit.id !== EXPIRES
  return isAsked || known !== null ? { on: '' } : undefined
}

function openValue(id: string, winners: Winners): string {
  const stored = fieldOf(winners, id).value?.value
  return typeof stored === 'string' ? stored : ''
}

/** Whether this date reminds: the user said so, or it is the one that every template means so. */
export function isExpiry(id: string, winners: Winners): boolean {
  const known = winners.get(`due:${id}`)?.value ?? null
  return known === null ? id === EXPIRES : !isOff(known)
}

const isOff = (value: Json): boolean => JSON.stringify(value) === JSON.stringify(OFF)
