import type { Columns } from './columns.ts'
import { isArray, type Json } from './json.ts'
import type { Stamp } from './stamp.ts'

/**
 * Columns as they stay in memory. A hundred thousand items cost a few arrays instead of a hundred thousand maps; a row
 * becomes an item of its own only when something changes it.
 */
export type ColumnBlock = {
  readonly group: number
  readonly items: readonly string[]
  readonly at: readonly Stamp[]
  readonly forAll: ReadonlyMap<string, Json>
  readonly perRow: ReadonlyMap<string, readonly (Json | undefined)[]>
  /** Rare properties of a row, flat: name, value, name, value. */
  readonly rare: ReadonlyMap<number, readonly Json[]>
}

// Below this share of rows, a full array would mostly hold holes.
const RARE = 1 / 4

export function columnBlock(columns: Columns, group: number): ColumnBlock {
  const forAll = new Map<string, Json>()
  const perRow = new Map<string, readonly (Json | undefined)[]>()
  const rare = new Map<number, Json[]>()
  for (const [name, column] of Object.entries(columns.set)) {
    if (isArray(column)) perRow.set(name, column)
    else forAll.set(name, column)
  }
  for (const [name, [rows, values]] of Object.entries(columns.some)) {
    if (rows.length > columns.items.length * RARE) perRow.set(name, spread(rows, values, columns.items.length))
    else addRare(rare, name, rows, values)
  }
  return { group, items: columns.items, at: columns.at, forAll, perRow, rare }
}

export function eachCell(block: ColumnBlock, row: number, visit: (name: string, value: Json) => void): void {
  for (const [name, value] of block.forAll) visit(name, value)
  for (const [name, column] of block.perRow) {
    const value = column[row]
    if (value !== undefined) visit(name, value)
  }
  const cells = block.rare.get(row) ?? []
  for (let index = 0; index < cells.length; index += 2) visit(cells[index] as string, cells[index + 1] ?? null)
}

/** Whether any row may purge its item; such columns are applied change by change, and never stay in memory as a block. */
export function mayPurge(columns: Columns): boolean {
  return Object.hasOwn(columns.set, 'purged') || Object.hasOwn(columns.some, 'purged')
}

function spread(rows: readonly number[], values: readonly Json[], length: number): (Json | undefined)[] {
  const column = new Array<Json | undefined>(length).fill(undefined)
  for (const [index, row] of rows.entries()) column[row] = values[index]
  return column
}

function addRare(rare: Map<number, Json[]>, name: string, rows: readonly number[], values: readonly Json[]): void {
  for (const [index, row] of rows.entries()) {
    const cells = rare.get(row)
    if (cells === undefined) rare.set(row, [name, values[index] ?? null])
    else cells.push(name, values[index] ?? null)
  }
}
