import { type ColumnBlock, cellsOf, eachCell, hasCells, type MoreCells, stampAt } from './column-block.ts'
import type { Columns } from './columns.ts'
import {
  blockOf,
  type Entry,
  type Gathered,
  isGone,
  isPurged,
  type ItemTable,
  ownOf,
  ROWS,
  rowsOf
} from './item-entries.ts'
import { applyVersion, copyState, type ItemState, newItemState, touch } from './item-state.ts'
import type { Json } from './json.ts'
import { touchedAt } from './lead-values.ts'
import { type ListProperties, listProperties } from './list-properties.ts'
import type { Stamp } from './stamp.ts'

/** The state that takes changes in. Rows stay rows: a save made since the snapshot opens nothing that is sealed. */
export function ownState(table: ItemTable, id: string): ItemState {
  const entry = gathered(table, table.ids.add(id))
  entry.own ??= newItemState()
  return entry.own
}

/** Lets go of the rows of an item that was purged: nothing else that was said of it counts. */
export function dropRows(table: ItemTable, id: string): void {
  gathered(table, table.ids.find(id)).rows = []
}

/** The state as the fold of all that is known, to be changed; rows are rows no longer. */
export function openItem(table: ItemTable, id: string): ItemState {
  const number = table.ids.add(id)
  const own = wholeState(table, table.entries[number])
  table.entries[number] = { rows: [], own }
  return own
}

/** The state to read; it may be the item's own. */
export function readItem(table: ItemTable, id: string): ItemState | undefined {
  const entry = table.entries[table.ids.find(id)]
  return entry === undefined ? undefined : wholeState(table, entry)
}

/** Columns that purge nothing (mayPurge): every row stays a row. */
export function addColumns(table: ItemTable, columns: Columns, group: number, more: MoreCells | null): void {
  const numbers = table.ids.addAll(columns.ids)
  const first = table.blocks.length * ROWS
  const listed = cellsOf(columns)
  const flagged = hasCells(listed, 'trashedAt') || hasCells(listed, 'favorite')
  const dues = hasCells(listed, 'due')
  table.blocks.push({ group, at: columns.at, listed, flagged, dues, more })
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? 0
    if (number === table.entries.length) table.entries.push(first + row)
    else addRow(table, number, first + row)
  }
  addMembers(table, numbers, group)
}

function addRow(table: ItemTable, number: number, ref: number): void {
  const entry = gathered(table, number)
  if (!isGone(entry)) entry.rows = [...entry.rows, ref]
}

export function addMembers(table: ItemTable, numbers: ArrayLike<number>, group: number): void {
  const members = table.members.get(group)
  if (members === undefined) table.members.set(group, [numbers])
  else members.push(numbers)
}

export function isMember(table: ItemTable, id: string, group: number): boolean {
  const number = table.ids.find(id)
  return (table.members.get(group) ?? []).some((numbers) => Array.prototype.includes.call(numbers, number))
}

export function memberIds(table: ItemTable, group: number): string[] {
  return (table.members.get(group) ?? []).flatMap((numbers) => Array.from(numbers, table.ids.idOf))
}

export function sealedGroups(table: ItemTable, id: string): readonly number[] {
  const entry = table.entries[table.ids.find(id)]
  if (entry === undefined) return []
  const rows = rowsOf(entry).map((ref) => blockOf(table, ref).group)
  return [...new Set([...(ownOf(entry)?.sealed ?? []), ...rows])]
}

export function addSealed(state: ItemState, group: number): void {
  if (state.purged === null && !state.sealed.includes(group)) state.sealed = [...state.sealed, group]
}

export function listItem(table: ItemTable, id: string): ListProperties | undefined {
  const number = table.ids.find(id)
  return number === -1 ? undefined : listNumber(table, number, id)
}

/** The same for an item whose number is known, which saves looking for it. */
export function listNumber(table: ItemTable, number: number, id = table.ids.idOf(number)): ListProperties {
  return listProperties(id, touchedAt(table, number), isPurged(table, number), (visit) =>
    eachWinner(table, number, visit)
  )
}

/** Winning properties with their values, `purged` aside; opens what is sealed of the columns. */
export function eachWinner(
  table: ItemTable,
  number: number,
  visit: (name: string, value: Json, at: Stamp) => void
): void {
  const entry = table.entries[number]
  if (typeof entry === 'number') {
    const block = blockOf(table, entry)
    const at = stampAt(block, entry % ROWS)
    eachOf(block, entry % ROWS, (name, value) => visit(name, value, at))
    return
  }
  for (const [name, [version]] of wholeState(table, entry).properties)
    if (version !== undefined) visit(name, version.value, version.at)
}

function wholeState(table: ItemTable, entry: Entry | undefined): ItemState {
  if (entry === undefined) return newItemState()
  const own = ownOf(entry)
  const rows = rowsOf(entry)
  if (own !== null && rows.length === 0) return own
  const state = own === null ? newItemState() : copyState(own)
  for (const ref of rows) applyRow(state, blockOf(table, ref), ref % ROWS)
  return state
}

function applyRow(state: ItemState, block: ColumnBlock, row: number): void {
  const at = stampAt(block, row)
  touch(state, at)
  eachOf(block, row, (name, value) => applyVersion(state, name, { at, value }))
  addSealed(state, block.group)
}

function eachOf(block: ColumnBlock, row: number, visit: (name: string, value: Json) => void): void {
  eachCell(block.listed, row, visit)
  if (block.more !== null) eachCell(block.more.cells(), row, visit)
}

function gathered(table: ItemTable, number: number): Gathered {
  const entry = table.entries[number]
  if (typeof entry === 'object') return entry
  const fresh: Gathered = { rows: entry === undefined ? [] : [entry], own: null }
  table.entries[number] = fresh
  return fresh
}
