import { dayOf, type Due, dueOf, MOST_DAYS, readRule } from '../../core/vault/due.ts'
import type { Json } from '../../core/vault/json.ts'
import type { Version } from '../../core/vault/properties.ts'
import { type Stamp, stampTime } from '../../core/vault/stamp.ts'
import type { FieldEdit } from '../../shared/item-views.ts'
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
  if (!(edit.expiry ?? isExpiry(edit.id, winners))) return known === null && edit.id !== EXPIRES ? undefined : OFF
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

export type FieldDue = Due & { readonly field: string }

type Properties = Readonly<Record<string, Json>>

/** What is due of an item, the soonest first. */
export const duesOf = (winners: Winners): readonly FieldDue[] => duesAfter({}, winners, '')

/** The same after `set` was made at `at`. */
function duesAfter(set: Properties, winners: Winners, at: Stamp): readonly FieldDue[] {
  const names = new Set([...winners.keys(), ...Object.keys(set)].filter((name) => name.startsWith('due:')))
  const valueOf = (name: string): Json => set[name] ?? (name in set ? null : (winners.get(name)?.value ?? null))
  return [...names]
    .flatMap((name): FieldDue[] => {
      const field = name.slice('due:'.length)
      const check = `check:${field}`
      const setAt = check in set ? at : (winners.get(check)?.at ?? '')
      const rule = readRule(valueOf(name))
      const due = rule === null ? null : dueOf(rule, valueOf(check) === null ? null : stampTime(setAt))
      return due === null ? [] : [{ field, ...due }]
    })
    .sort((a, b) => a.at - b.at || (a.field < b.field ? -1 : 1))
}

/** What the list is told: the soonest of all, so that no item is opened for it. */
export function soonestAfter(set: Properties, winners: Winners, at: Stamp): Json {
  const [soonest] = duesAfter(set, winners, at)
  return soonest === undefined ? null : { at: soonest.at, why: soonest.why }
}
