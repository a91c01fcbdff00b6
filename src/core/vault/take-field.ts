import { type ConcealedScope, isSealed, openValue, sealValue } from './concealed.ts'
import type { FieldDifference, FieldSide } from './difference.ts'
import { subtitleField } from './item-types.ts'
import type { Json } from './json.ts'
import type { Stamp } from './stamp.ts'

export type Seat = {
  readonly item: string
  readonly at: Stamp
  readonly type: string
  readonly scope: ConcealedScope
  /** Another item that the values are for. */
  readonly to?: string
}

/**
 * What a change has to set so that the field is as on one side. A concealed value is opened where it stood and sealed
 * for its new stamp; both sides are under the keys of `scope`.
 */
export function takeSide(
  difference: FieldDifference,
  side: 'mine' | 'other',
  seat: Seat
): Readonly<Record<string, Json>> {
  const chosen = difference[side]
  const names = new Set([...difference.mine.keys(), ...difference.other.keys()])
  const set = [...names].map((name) => [name, valueAt(chosen, name, seat)] as const)
  return { ...Object.fromEntries(set), ...subtitleOf(difference.field, chosen, seat) }
}

/** Both texts of an open field, the later one first; null where they cannot stand together. */
export function takeBoth(
  { field, mine, other }: FieldDifference,
  later: 'mine' | 'other',
  seat: Seat
): Readonly<Record<string, Json>> | null {
  const name = `value:${field.slice(field.indexOf(':') + 1)}`
  const [first, second] = later === 'mine' ? [mine, other] : [other, mine]
  const [a, b] = [first.get(name)?.value, second.get(name)?.value]
  if (typeof a !== 'string' || typeof b !== 'string') return null
  return { [name]: `${a}\n\n${b}`, ...subtitleOf(field, new Map([[name, { at: seat.at, value: `${a} ${b}` }]]), seat) }
}

function valueAt(side: FieldSide, name: string, { item, at, scope, to = item }: Seat): Json {
  const version = side.get(name)
  if (version === undefined || !isSealed(version.value)) return version?.value ?? null
  return sealValue(scope, { item: to, at, name }, openValue(scope, { item, at: version.at, name }, version.value))
}

const MAX_SUBTITLE = 256

/** The list repeats one open field, so that it needs no details. */
function subtitleOf(field: string, side: FieldSide, { type }: Seat): Readonly<Record<string, Json>> {
  const id = field.slice(field.indexOf(':') + 1)
  if (!field.startsWith('field:') || id === '' || id !== subtitleField(type)) return {}
  const value = side.get(`value:${id}`)?.value
  return { subtitle: typeof value === 'string' ? value.slice(0, MAX_SUBTITLE) : null }
}
