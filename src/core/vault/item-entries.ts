import type { ColumnBlock } from './column-block.ts'
import { createItemIds, type ItemIds } from './item-ids.ts'
import type { ItemState } from './item-state.ts'

/** Items by number: rows of the columns they came in, a state of their own once something changed them, or both. */
export type ItemTable = {
  readonly ids: ItemIds
  readonly entries: Entry[]
  readonly blocks: ColumnBlock[]
  /** The numbers of the items of each group, which are the ones its details frames may speak of. */
  readonly members: Map<number, ArrayLike<number>[]>
}

/** Nearly every item is one row, and that row is all that is kept of it. */
export type Entry = number | Gathered
/** `own` holds what was said beside the rows; both together are the item. */
export type Gathered = { rows: readonly number[]; own: ItemState | null }

// A row is named by its block and its place in it; a body of 2^20 bytes cannot hold 2^16 rows.
export const ROWS = 2 ** 16

export function newItemTable(): ItemTable {
  return { ids: createItemIds(), entries: [], blocks: [], members: new Map() }
}

export function isPurged(table: ItemTable, number: number): boolean {
  return isGone(table.entries[number])
}

/** Whether nothing is known of the item but one row of columns. */
export function isPlainRow(table: ItemTable, number: number): boolean {
  return typeof table.entries[number] === 'number'
}

export function blockOf(table: ItemTable, ref: number): ColumnBlock {
  const block = table.blocks[Math.floor(ref / ROWS)]
  if (block === undefined) throw new RangeError('no such block')
  return block
}

const NO_ROWS: readonly number[] = []
export const rowsOf = (entry: Entry): readonly number[] =>
  typeof entry === 'number' ? [entry] : isGone(entry) ? NO_ROWS : entry.rows
export const ownOf = (entry: Entry): ItemState | null => (typeof entry === 'number' ? null : entry.own)
export const isGone = (entry: Entry | undefined): boolean =>
  typeof entry === 'object' && entry.own !== null && entry.own.purged !== null
