import { VaultError } from '../errors.ts'
import type { Change } from './change.ts'
import { hasMembers, isArray, isObject, type Json } from './json.ts'
import { isStamp, type Stamp } from './stamp.ts'

/**
 * Many changes that set the same few properties, as columns: row i is the change of items[i] at at[i]. `set` holds one
 * value per row or one for all, `some` the rows that have the property and their values. docs/FORMAT.md, "Columns".
 */
export type Columns = {
  readonly items: readonly string[]
  readonly at: readonly Stamp[]
  readonly set: Readonly<Record<string, Json>>
  readonly some: Readonly<Record<string, readonly [rows: readonly number[], values: readonly Json[]]>>
}

const ITEM_ID = /^(?!0{8}-0{4}-0{4}-0{4}-0{12}$)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Checks the shape of a columns object whose JSON was already checked. VAULT_DAMAGED. */
export function parseColumns(value: { readonly [name: string]: Json }): Columns {
  if (!hasMembers(value, ['items', 'at', 'set', 'some'])) throw new VaultError('VAULT_DAMAGED')
  const { items, at, set, some } = value as { items: Json; at: Json; set: Json; some: Json }
  if (!isItems(items) || !isStamps(at, items.length) || !isObject(set) || !isObject(some)) {
    throw new VaultError('VAULT_DAMAGED')
  }
  for (const column of Object.values(set)) {
    if (isArray(column) && column.length !== items.length) throw new VaultError('VAULT_DAMAGED')
  }
  for (const [name, column] of Object.entries(some)) {
    if (Object.hasOwn(set, name) || !isSparse(column, items.length)) throw new VaultError('VAULT_DAMAGED')
  }
  return { items, at, set, some: some as Columns['some'] }
}

/** The same changes, one per row. */
export function* expandColumns(columns: Columns): Iterable<Change> {
  const sets = columns.items.map((): [string, Json][] => [])
  for (const [name, column] of Object.entries(columns.set)) {
    for (const [row, set] of sets.entries()) set.push([name, isArray(column) ? (column[row] ?? null) : column])
  }
  for (const [name, [rows, values]] of Object.entries(columns.some)) {
    for (const [index, row] of rows.entries()) sets[row]?.push([name, values[index] ?? null])
  }
  for (const [row, item] of columns.items.entries()) {
    yield { item, at: columns.at[row] ?? '', set: Object.fromEntries(sets[row] ?? []) }
  }
}

/** Columns that mean these changes, one row each. The changes are of items, never of the vault itself. */
export function toColumns(changes: readonly Change[]): Columns {
  const cells = new Map<string, [number[], Json[]]>()
  for (const [row, change] of changes.entries()) {
    for (const [name, value] of Object.entries(change.set)) {
      const [rows, values] = cells.get(name) ?? [[], []]
      if (rows.length === 0) cells.set(name, [rows, values])
      rows.push(row)
      values.push(value)
    }
  }
  const [full, some] = partition([...cells], ([, [rows]]) => rows.length === changes.length)
  return {
    items: changes.map((change) => change.item),
    at: changes.map((change) => change.at),
    set: Object.fromEntries(full.map(([name, [, values]]) => [name, shortest(values)])),
    some: Object.fromEntries(some)
  }
}

export function columnsLine(columns: Columns): string {
  return JSON.stringify({ items: columns.items, at: columns.at, set: columns.set, some: columns.some })
}

/** One value for all where all agree. An array always means one value per row, so it cannot stand for all. */
function shortest(values: readonly Json[]): Json {
  const first = values[0] ?? null
  const same = (value: Json) => value === first || (isObject(first) && JSON.stringify(value) === JSON.stringify(first))
  return !isArray(first) && values.every(same) ? first : values
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [T[], T[]] {
  return [all.filter(test), all.filter((one) => !test(one))]
}

function isItems(value: Json): value is readonly string[] {
  return isArray(value) && value.length > 0 && value.every((id) => typeof id === 'string' && ITEM_ID.test(id))
}

function isStamps(value: Json, length: number): value is readonly Stamp[] {
  if (!isArray(value) || value.length !== length) return false
  let previous: Json = null
  for (const at of value) {
    if (at !== previous && !isStamp(at)) return false
    previous = at
  }
  return true
}

function isSparse(value: Json, length: number): boolean {
  if (!isArray(value) || value.length !== 2) return false
  const [rows, values] = value
  if (!isArray(rows) || !isArray(values) || rows.length === 0 || rows.length !== values.length) return false
  let previous = -1
  for (const row of rows) {
    if (typeof row !== 'number' || row <= previous || row >= length) return false
    previous = row
  }
  return true
}
