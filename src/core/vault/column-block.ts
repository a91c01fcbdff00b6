import { type Columns, type SomeRows, someValues, stampOf, textAt, type TextColumn } from './columns.ts'
import { isArray, type Json } from './json.ts'
import type { Stamp } from './stamp.ts'

/**
 * Columns as they stay in memory. A hundred thousand items cost a few arrays instead of a hundred thousand maps; a row
 * becomes an item of its own only when something changes it.
 */
export type ColumnBlock = {
  readonly group: number
  readonly at: string
  readonly listed: Cells
  /** Whether any row may be in the trash or a favourite: of most blocks, none is. */
  readonly flagged: boolean
  /** Whether anything of any row is to be reminded of. */
  readonly dues: boolean
  readonly more: MoreCells | null
}

/** More properties of the same rows. VAULT_DAMAGED. */
export type MoreCells = {
  /** Opened and authenticated when the first of them is asked for, and kept. */
  readonly cells: () => Cells
  /** All that they say, plain or as JSON: opened for it, and not kept. */
  readonly text: () => string
}

export type Cells = {
  readonly forAll: ReadonlyMap<string, Json>
  readonly texts: ReadonlyMap<string, TextColumn>
  readonly perRow: ReadonlyMap<string, readonly Json[]>
  readonly some: ReadonlyMap<string, SomeRows>
  /** What `some` says of each row, flat (name, value, name, value), once a row was read as a whole. */
  rare: ReadonlyMap<number, readonly Json[]> | null
}

export function cellsOf({ texts, set, some }: Columns): Cells {
  const forAll = new Map<string, Json>()
  const perRow = new Map<string, readonly Json[]>()
  for (const [name, column] of Object.entries(set)) {
    if (isArray(column)) perRow.set(name, column)
    else forAll.set(name, column)
  }
  return { forAll, texts, perRow, some: new Map(Object.entries(some)), rare: null }
}

export const stampAt = ({ at }: ColumnBlock, row: number): Stamp => stampOf(at, row)

export function hasCells({ forAll, texts, perRow, some }: Cells, name: string): boolean {
  return [forAll, texts, perRow, some].some((columns) => columns.has(name))
}

/** All names and values, plain or as JSON. */
export function cellsText({ forAll, texts, perRow, some }: Cells): string {
  const joined = Array.from(texts.values(), (column) => column.joined)
  return [...joined, ...texts.keys(), JSON.stringify([[...forAll], [...perRow], [...some]])].join('\n')
}

/** The value of one property; undefined where the row has none. */
export function cell(cells: Cells, row: number, name: string): Json | undefined {
  const texts = cells.texts.get(name)
  if (texts !== undefined) return textAt(texts, row)
  const one = cells.forAll.get(name)
  if (one !== undefined) return one
  const column = cells.perRow.get(name)
  if (column !== undefined) return column[row]
  const some = cells.some.get(name)
  return some === undefined ? undefined : someAt(some, row)
}

export function eachCell(cells: Cells, row: number, visit: (name: string, value: Json) => void): void {
  for (const [name, value] of cells.forAll) visit(name, value)
  for (const [name, column] of cells.texts) visit(name, textAt(column, row))
  for (const [name, column] of cells.perRow) visit(name, column[row] ?? null)
  cells.rare ??= rareOf(cells.some)
  const rare = cells.rare.get(row) ?? []
  for (let index = 0; index < rare.length; index += 2) visit(rare[index] as string, rare[index + 1] ?? null)
}

/** Whether any row may purge its item; such columns are applied change by change, and never stay in memory as a block. */
export function mayPurge({ texts, set, some }: Columns): boolean {
  return texts.has('purged') || Object.hasOwn(set, 'purged') || Object.hasOwn(some, 'purged')
}

function someAt([rows, values]: SomeRows, row: number): Json | undefined {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  if (rows[low] !== row) return undefined
  return isArray(values) ? values[low] : values
}

function rareOf(some: ReadonlyMap<string, SomeRows>): ReadonlyMap<number, readonly Json[]> {
  const rare = new Map<number, Json[]>()
  for (const [name, cells] of some) {
    for (const [row, value] of someValues(cells)) {
      const known = rare.get(row)
      if (known === undefined) rare.set(row, [name, value])
      else known.push(name, value)
    }
  }
  return rare
}
