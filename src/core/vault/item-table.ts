import { type ColumnBlock, cell, cellsOf, eachCell, hasCells, type MoreCells, stampAt } from './column-block.ts'
import { type Columns, type TextColumn, textStart } from './columns.ts'
import { createItemIds, type ItemIds } from './item-ids.ts'
import { applyVersion, copyState, isGreater, type ItemState, newItemState, touch, winner } from './item-state.ts'
import type { Json } from './json.ts'
import { type ListProperties, listProperties } from './list-properties.ts'
import type { Version } from './properties.ts'
import type { Stamp } from './stamp.ts'

/** Items by number: rows of the columns they came in, a state of their own once something changed them, or both. */
export type ItemTable = {
  readonly ids: ItemIds
  readonly entries: Entry[]
  readonly blocks: ColumnBlock[]
  /** The numbers of the items of each group, which are the ones its details frames may speak of. */
  readonly members: Map<number, ArrayLike<number>[]>
}

/** Nearly every item is one row, and that row is all that is kept of it. */
type Entry = number | Gathered
/** `own` holds what was said beside the rows; both together are the item. */
type Gathered = { rows: readonly number[]; own: ItemState | null }

// A row is named by its block and its place in it; a body of 2^20 bytes cannot hold 2^16 rows.
const ROWS = 2 ** 16

export function newItemTable(): ItemTable {
  return { ids: createItemIds(), entries: [], blocks: [], members: new Map() }
}

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

export function isPurged(table: ItemTable, number: number): boolean {
  return isGone(table.entries[number])
}

/** Whether nothing is known of the item but one row of columns. */
export function isPlainRow(table: ItemTable, number: number): boolean {
  return typeof table.entries[number] === 'number'
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

/** The winner of one of the properties that are never sealed (isLeadProperty). */
export function leadValue(table: ItemTable, number: number, name: string): Json | undefined {
  const entry = table.entries[number]
  if (typeof entry === 'number') return cell(blockOf(table, entry).listed, entry % ROWS, name)
  if (entry === undefined || isGone(entry)) return undefined
  let best: Version | undefined = entry.own === null ? undefined : winner(entry.own, name)
  for (const ref of entry.rows) {
    const block = blockOf(table, ref)
    const value = cell(block.listed, ref % ROWS, name)
    if (value === undefined) continue
    const version = { at: stampAt(block, ref % ROWS), value }
    if (best === undefined || isGreater(version, best)) best = version
  }
  return best?.value
}

/**
 * The items that are neither purged nor in the trash, in order of their numbers. The title begins at `from` in `text` and
 * ends with it or with TEXT_END: of a hundred thousand titles hardly any is needed as a text of its own.
 */
export type VisitTitle = (number: number, text: string, from: number) => void

export function eachShown(table: ItemTable, visit: VisitTitle): void {
  let block: ColumnBlock | undefined
  let titles: TextColumn | undefined
  for (let number = 0; number < table.entries.length; number++) {
    const entry = table.entries[number]
    const isRow = typeof entry === 'number'
    if (isRow && block !== table.blocks[entry >>> 16]) {
      block = table.blocks[entry >>> 16]
      titles = block?.flagged === false ? block.listed.texts.get('title') : undefined
    }
    if (isRow && titles !== undefined) visit(number, titles.joined, textStart(titles, entry & (ROWS - 1)))
    else if (!isPurged(table, number) && !isTrashed(table, number)) visit(number, titleOf(table, number), 0)
  }
}

export function titleOf(table: ItemTable, number: number): string {
  const title = leadValue(table, number, 'title')
  return typeof title === 'string' ? title : ''
}

export function isTrashed(table: ItemTable, number: number): boolean {
  return mayBeFlagged(table, number) && typeof leadValue(table, number, 'trashedAt') === 'number'
}

/** Whether the item may be in the trash or a favourite; false for nearly all, without looking at any cell. */
export function mayBeFlagged(table: ItemTable, number: number): boolean {
  const entry = table.entries[number]
  return typeof entry !== 'number' || blockOf(table, entry).flagged
}

/** Whether something of the item may be to be reminded of; false for nearly all, without looking at any cell. */
export function mayBeDue(table: ItemTable, number: number): boolean {
  const entry = table.entries[number]
  return typeof entry !== 'number' || blockOf(table, entry).dues
}

/** Names of all properties that are never sealed of an item, those without a value left included. */
export function eachLeadName(table: ItemTable, number: number, visit: (name: string) => void): void {
  const entry = table.entries[number]
  if (entry === undefined || isGone(entry)) return
  for (const ref of rowsOf(entry)) eachCell(blockOf(table, ref).listed, ref % ROWS, visit)
  for (const name of ownOf(entry)?.properties.keys() ?? []) visit(name)
}

/** The greatest stamp of the item. */
export function touchedAt(table: ItemTable, number: number): Stamp {
  const entry = table.entries[number]
  if (entry === undefined) return ''
  let touched = ownOf(entry)?.touched ?? ''
  for (const ref of rowsOf(entry)) {
    const at = stampAt(blockOf(table, ref), ref % ROWS)
    if (at > touched) touched = at
  }
  return touched
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

function blockOf(table: ItemTable, ref: number): ColumnBlock {
  const block = table.blocks[Math.floor(ref / ROWS)]
  if (block === undefined) throw new RangeError('no such block')
  return block
}

const NO_ROWS: readonly number[] = []
const rowsOf = (entry: Entry): readonly number[] =>
  typeof entry === 'number' ? [entry] : isGone(entry) ? NO_ROWS : entry.rows
const ownOf = (entry: Entry): ItemState | null => (typeof entry === 'number' ? null : entry.own)
const isGone = (entry: Entry | undefined): boolean =>
  typeof entry === 'object' && entry.own !== null && entry.own.purged !== null
