import { type ColumnBlock, columnBlock, eachCell } from './column-block.ts'
import type { Columns } from './columns.ts'
import { applyVersion, type ItemState, newItemState, touch } from './item-state.ts'
import { type ListProperties, listProperties } from './list-properties.ts'

/** Items by id: rows of the columns they came in, or a state of their own once something changed them. */
export type ItemTable = {
  readonly entries: Map<string, Entry>
  readonly blocks: ColumnBlock[]
  /** The items of each group, which are the ones its details frames may speak of. */
  readonly members: Map<number, (readonly string[])[]>
}

type Rows = number | number[]
type Entry = Rows | ItemState

// A row is named by its block and its place in it; a body of 2^20 bytes cannot hold 2^16 rows.
const ROWS = 2 ** 16

export function newItemTable(): ItemTable {
  return { entries: new Map(), blocks: [], members: new Map() }
}

/** The state to change: an item that was rows, or nothing yet, gets its own. */
export function openItem(table: ItemTable, id: string): ItemState {
  const entry = table.entries.get(id)
  if (entry !== undefined && !isRows(entry)) return entry
  const state = entry === undefined ? newItemState() : foldRows(table, entry)
  table.entries.set(id, state)
  return state
}

/** The state to read; it may be the item's own. */
export function readItem(table: ItemTable, id: string): ItemState | undefined {
  const entry = table.entries.get(id)
  return entry === undefined || !isRows(entry) ? entry : foldRows(table, entry)
}

/** Columns that purge nothing (mayPurge): every row stays a row, unless its item already has a state. */
export function addColumns(table: ItemTable, columns: Columns, group: number): void {
  const block = columnBlock(columns, group)
  const first = (table.blocks.push(block) - 1) * ROWS
  for (const [row, id] of columns.items.entries()) {
    const entry = table.entries.get(id)
    if (entry === undefined) table.entries.set(id, first + row)
    else if (typeof entry === 'number') table.entries.set(id, [entry, first + row])
    else if (isRows(entry)) entry.push(first + row)
    else applyRow(entry, block, row)
  }
  addMembers(table, columns.items, group)
}

export function addMembers(table: ItemTable, ids: readonly string[], group: number): void {
  const members = table.members.get(group)
  if (members === undefined) table.members.set(group, [ids])
  else members.push(ids)
}

export function isMember(table: ItemTable, id: string, group: number): boolean {
  return (table.members.get(group) ?? []).some((ids) => ids.includes(id))
}

export function sealedGroups(table: ItemTable, id: string): readonly number[] {
  const entry = table.entries.get(id)
  if (entry === undefined) return []
  if (!isRows(entry)) return entry.sealed
  const groups = new Set<number>()
  eachRow(table, entry, (block) => groups.add(block.group))
  return [...groups]
}

export function addSealed(state: ItemState, group: number): void {
  if (state.purged === null && !state.sealed.includes(group)) state.sealed = [...state.sealed, group]
}

export function isPurged(table: ItemTable, id: string): boolean {
  const entry = table.entries.get(id)
  return entry !== undefined && !isRows(entry) && entry.purged !== null
}

export function listItem(table: ItemTable, id: string): ListProperties | undefined {
  const entry = table.entries.get(id)
  if (typeof entry === 'number') return listRow(table, id, entry)
  const state = readItem(table, id)
  if (state === undefined) return undefined
  return listProperties(id, state.touched, state.purged !== null, (visit) => {
    for (const [name, [version]] of state.properties) if (version !== undefined) visit(name, version.value, version.at)
  })
}

/** What nearly every item is after opening: one row, read without folding anything. */
function listRow(table: ItemTable, id: string, ref: number): ListProperties | undefined {
  const block = table.blocks[Math.floor(ref / ROWS)]
  if (block === undefined) return undefined
  const row = ref % ROWS
  const at = block.at[row] ?? ''
  return listProperties(id, at, false, (visit) => eachCell(block, row, (name, value) => visit(name, value, at)))
}

function foldRows(table: ItemTable, rows: Rows): ItemState {
  const state = newItemState()
  eachRow(table, rows, (block, row) => applyRow(state, block, row))
  return state
}

function applyRow(state: ItemState, block: ColumnBlock, row: number): void {
  const at = block.at[row] ?? ''
  touch(state, at)
  eachCell(block, row, (name, value) => applyVersion(state, name, { at, value }))
  addSealed(state, block.group)
}

function eachRow(table: ItemTable, rows: Rows, visit: (block: ColumnBlock, row: number) => void): void {
  for (const ref of typeof rows === 'number' ? [rows] : rows) {
    const block = table.blocks[Math.floor(ref / ROWS)]
    if (block !== undefined) visit(block, ref % ROWS)
  }
}

function isRows(entry: Entry): entry is Rows {
  return typeof entry === 'number' || Array.isArray(entry)
}
