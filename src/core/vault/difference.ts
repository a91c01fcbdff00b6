import type { Clock } from './clock.ts'
import { isSealed } from './concealed.ts'
import { type ItemState, winner } from './item-state.ts'
import { compareValues, isObject, type Json } from './json.ts'
import { readCheck } from './list-properties.ts'
import type { Version } from './properties.ts'
import { type Stamp, stampDevice } from './stamp.ts'

/**
 * What a person sees as one thing: `title`, `type`, `favorite`, `trashedAt`, `tag:<name>`, `name` of the vault, and for
 * all that makes up a field, its definition, value and check, `field:<id>`.
 */
export type FieldKey = string

/** One side of a difference: the winners of all properties of the field, nulls included. */
export type FieldSide = ReadonlyMap<string, Version>
export type FieldDifference = { readonly field: FieldKey; readonly mine: FieldSide; readonly other: FieldSide }

/** Compares two states of an item, sealed under the same keys. What only follows from something else is left out. */
export function compareStates(mine: ItemState, other: ItemState): readonly FieldDifference[] {
  const [ours, theirs] = [fieldsOf(mine), fieldsOf(other)]
  const keys = new Set([...ours.keys(), ...theirs.keys()])
  return [...keys].flatMap((field) => {
    const difference = { field, mine: ours.get(field) ?? NONE, other: theirs.get(field) ?? NONE }
    return isSame(difference) ? [] : [difference]
  })
}

/** When the field was last set on this side; null when it never was. */
export function changedAt(side: FieldSide): Stamp | null {
  let last: Stamp | null = null
  for (const [name, { at }] of side) if (!isDerived(name) && (last === null || at > last)) last = at
  return last
}

/** Which side's value stands when both go together. */
export function laterSide({ mine, other }: FieldDifference): 'mine' | 'other' {
  return (changedAt(mine) ?? '') >= (changedAt(other) ?? '') ? 'mine' : 'other'
}

/** Whether each side set the field without having seen what the other made of it: only then has anybody to choose. */
export function isConflict({ mine, other }: FieldDifference, clocks: { mine: Clock; other: Clock }): boolean {
  const [ours, theirs] = [changedAt(mine), changedAt(other)]
  return ours !== null && theirs !== null && !hasSeen(clocks.other, ours) && !hasSeen(clocks.mine, theirs)
}

/** The value of a side: of a field its `value:` or `url:`, else the property itself. Null where there is none. */
export function valueOf(side: FieldSide): { readonly name: string; readonly version: Version } | null {
  for (const [name, version] of side) {
    if (version.value !== null && !isDerived(name) && !name.startsWith('field:')) return { name, version }
  }
  return null
}

export function hasSeen(clock: Clock, at: Stamp): boolean {
  return (clock[stampDevice(at)] ?? '') >= at
}

const NONE: FieldSide = new Map()

function fieldsOf(state: ItemState): ReadonlyMap<FieldKey, FieldSide> {
  const fields = new Map<FieldKey, Map<string, Version>>()
  for (const name of state.properties.keys()) {
    const key = fieldKey(name)
    const version = winner(state, name)
    if (key === null || version === undefined) continue
    const side = fields.get(key)
    if (side === undefined) fields.set(key, new Map([[name, version]]))
    else side.set(name, version)
  }
  return fields
}

const OWN = new Set(['title', 'type', 'favorite', 'trashedAt', 'name'])
const OF_FIELD = /^(?:field|value|url|check):/

/** Null for what is not shown as a difference: what follows from other properties, and what is nobody's to compare. */
function fieldKey(name: string): FieldKey | null {
  if (OWN.has(name) || name.startsWith('tag:')) return name
  // The vault's own keys are values too, and are the same in every copy or none of its business.
  if (name === 'value:mark-key' || name === 'value:signing-key') return null
  return OF_FIELD.test(name) ? `field:${name.slice(name.indexOf(':') + 1)}` : null
}

const isDerived = (name: string): boolean => name.startsWith('check:')

function isSame({ mine, other }: FieldDifference): boolean {
  const names = new Set([...mine.keys(), ...other.keys()])
  return [...names].every((name) => isDerived(name) || isSameValue(name, mine, other))
}

function isSameValue(name: string, mine: FieldSide, other: FieldSide): boolean {
  const [ours, theirs] = [mine.get(name), other.get(name)]
  if (ours !== undefined && ours.at === theirs?.at) return true
  const [a, b] = [ours?.value ?? null, theirs?.value ?? null]
  if (name.startsWith('field:')) return compareValues(withoutOrder(a), withoutOrder(b)) === 0
  if (isSealed(a) && isSealed(b)) return isSameSecret(fingerprintOf(name, mine), fingerprintOf(name, other))
  return compareValues(a, b) === 0 || (isNothing(a) && isNothing(b))
}

/** The same secret sealed twice differs; its fingerprint does not. Without one, two seals are two secrets. */
const isSameSecret = (a: string | null, b: string | null): boolean => a !== null && a === b

function fingerprintOf(name: string, side: FieldSide): string | null {
  return readCheck(side.get(`check:${name.slice(name.indexOf(':') + 1)}`)?.value)?.fingerprint ?? null
}

/** Moving a field to another place is not worth a question. */
function withoutOrder(definition: Json): Json {
  if (!isObject(definition)) return definition
  return Object.fromEntries(Object.entries(definition).filter(([name]) => name !== 'order'))
}

const isNothing = (value: Json): boolean => value === null || value === false || value === ''
