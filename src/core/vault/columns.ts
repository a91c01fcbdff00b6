import { toBase64 } from '../base64.ts'
import { VaultError } from '../errors.ts'
import type { Change } from './change.ts'
import { decodeIds, ID_LENGTH, readItemId, writeItemId } from './item-id.ts'
import { hasMembers, isArray, isObject, type Json } from './json.ts'
import type { Stamp } from './stamp.ts'

/**
 * Many changes that set the same few properties, as columns: row i is the change of the i-th id at the i-th stamp.
 * `texts` holds one text per row, joined; `set` one value per row or one for all; `some` the rows that have the property
 * and their values, or one for all of these. docs/FORMAT.md, "Columns".
 */
export type Columns = {
  readonly ids: Uint8Array<ArrayBuffer>
  /** Stamps of 24 digits, one for each row, or a single one for all. */
  readonly at: string
  /** More properties of the same rows stand in the frame behind. */
  readonly more: boolean
  readonly texts: ReadonlyMap<string, TextColumn>
  readonly set: Readonly<Record<string, Json>>
  readonly some: Readonly<Record<string, SomeRows>>
}

export type SomeRows = readonly [rows: readonly number[], values: Json]

/** A text for each row, and where in the joined text each ends. */
export type TextColumn = { readonly joined: string; readonly ends: Uint32Array }

/** Between two texts. It is never escaped in JSON, and a text that holds it goes elsewhere. */
export const TEXT_END = '\u007f'

const STAMP = 24
const STAMPS = /^[0-9a-f]*$/

export function textStart({ ends }: TextColumn, row: number): number {
  return row === 0 ? 0 : (ends[row - 1] ?? 0) + 1
}

export function textAt(column: TextColumn, row: number): string {
  return column.joined.slice(textStart(column, row), column.ends[row])
}

export const rowCount = (columns: Columns): number => columns.ids.length / ID_LENGTH

/** One for each row, or a single one. */
export const stampCount = ({ at }: Columns): number => at.length / STAMP

export function stampOf(at: string, row: number): Stamp {
  return at.length === STAMP ? at : at.slice(row * STAMP, (row + 1) * STAMP)
}

/** Checks the shape of a columns object whose JSON was already checked. VAULT_DAMAGED. */
export function parseColumns(value: { readonly [name: string]: Json }): Columns {
  if (!hasMembers(value, ['items', 'at', 'more', 'texts', 'set', 'some'])) throw new VaultError('VAULT_DAMAGED')
  const { items, at, more, texts, set, some } = value as Record<string, Json>
  if (typeof items !== 'string' || typeof at !== 'string' || typeof more !== 'boolean')
    throw new VaultError('VAULT_DAMAGED')
  const ids = decodeIds(items)
  const rows = ids.length / ID_LENGTH
  if (!isStamps(at, rows) || !isObject(texts) || !isSet(set, rows) || !isSome(some, rows)) {
    throw new VaultError('VAULT_DAMAGED')
  }
  const names = [texts, set, some].flatMap((part) => Object.keys(part))
  if (new Set(names).size < names.length) throw new VaultError('VAULT_DAMAGED')
  const columns = Object.entries(texts).map(([name, joined]) => [name, readTexts(joined, rows)] as const)
  return { ids, at, more, texts: new Map(columns), set, some }
}

/** The same changes, one per row, of all items or of those asked for. */
export function* expandColumns(columns: Columns, only?: ReadonlySet<string>): Iterable<Change> {
  const { ids, at, texts, set, some } = columns
  const sparse = Object.entries(some).map(([name, cells]) => [name, new Map(someValues(cells))] as const)
  for (let row = 0; row < rowCount(columns); row++) {
    const item = readItemId(ids, row * ID_LENGTH)
    if (only !== undefined && !only.has(item)) continue
    const cells: [string, Json][] = Array.from(texts, ([name, column]) => [name, textAt(column, row)])
    for (const [name, column] of Object.entries(set))
      cells.push([name, isArray(column) ? (column[row] ?? null) : column])
    for (const [name, values] of sparse) if (values.has(row)) cells.push([name, values.get(row) ?? null])
    yield { item, at: stampOf(at, row), set: Object.fromEntries(cells) }
  }
}

export function someValues([rows, values]: SomeRows): (readonly [row: number, value: Json])[] {
  return rows.map((row, index) => [row, isArray(values) ? (values[index] ?? null) : values])
}

/** Columns that mean these changes, one row each. The changes are of items, never of the vault itself. */
export function toColumns(changes: readonly Change[], more = false): Columns {
  const ids = new Uint8Array(changes.length * ID_LENGTH)
  const cells = new Map<string, [number[], Json[]]>()
  for (const [row, change] of changes.entries()) {
    writeItemId(change.item, ids, row * ID_LENGTH)
    for (const [name, value] of Object.entries(change.set)) {
      const [rows, values] = cells.get(name) ?? [[], []]
      if (rows.length === 0) cells.set(name, [rows, values])
      rows.push(row)
      values.push(value)
    }
  }
  const full = [...cells].filter(([, [rows]]) => rows.length === changes.length)
  const some = [...cells].filter(([, [rows]]) => rows.length < changes.length)
  const texts = new Map<string, TextColumn>()
  const set: [string, Json][] = []
  for (const [name, [, values]] of full) {
    if (canJoin(values)) texts.set(name, readTexts(values.join(TEXT_END), values.length))
    else set.push([name, shortest(values)])
  }
  return {
    ids,
    at: joinedStamps(changes),
    more,
    texts,
    set: Object.fromEntries(set),
    some: Object.fromEntries(some.map(([name, [rows, values]]) => [name, [rows, shortest(values)]]))
  }
}

export function columnsLine({ ids, at, more, texts, set, some }: Columns): string {
  const joined = Object.fromEntries(Array.from(texts, ([name, column]) => [name, column.joined]))
  return JSON.stringify({ items: toBase64(ids), at, more, texts: joined, set, some })
}

function joinedStamps(changes: readonly Change[]): string {
  const first = changes[0]?.at ?? ''
  return changes.every(({ at }) => at === first) ? first : changes.map(({ at }) => at).join('')
}

function canJoin(values: readonly Json[]): values is readonly string[] {
  const isText = (value: Json) => typeof value === 'string' && !value.includes(TEXT_END)
  return values.every(isText) && values.some((value) => value !== values[0])
}

/** One value for all where all agree. An array always means one value per row, so it cannot stand for all. */
function shortest(values: readonly Json[]): Json {
  const first = values[0] ?? null
  const same = (value: Json) => value === first || (isObject(first) && JSON.stringify(value) === JSON.stringify(first))
  return !isArray(first) && values.every(same) ? first : values
}

function isStamps(at: string, rows: number): boolean {
  return (at.length === STAMP || at.length === STAMP * rows) && STAMPS.test(at)
}

/** VAULT_DAMAGED unless it is so many texts. */
function readTexts(joined: Json, rows: number): TextColumn {
  if (typeof joined !== 'string') throw new VaultError('VAULT_DAMAGED')
  const ends = new Uint32Array(rows)
  let row = 0
  for (let at = joined.indexOf(TEXT_END); at !== -1; at = joined.indexOf(TEXT_END, at + 1)) ends[row++] = at
  if (row !== rows - 1) throw new VaultError('VAULT_DAMAGED')
  ends[row] = joined.length
  return { joined, ends }
}

function isSet(value: Json | undefined, rows: number): value is Readonly<Record<string, Json>> {
  return isObject(value) && Object.values(value).every((column) => !isArray(column) || column.length === rows)
}

function isSome(value: Json | undefined, length: number): value is Columns['some'] {
  return isObject(value) && Object.values(value).every((column) => isSparse(column, length))
}

function isSparse(value: Json, length: number): boolean {
  if (!isArray(value) || value.length !== 2) return false
  const [rows, values] = value
  if (!isArray(rows) || rows.length === 0 || (isArray(values) && values.length !== rows.length)) return false
  let previous = -1
  for (const row of rows) {
    if (typeof row !== 'number' || row <= previous || row >= length) return false
    previous = row
  }
  return true
}
