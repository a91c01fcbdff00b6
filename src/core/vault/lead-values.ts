import { type ColumnBlock, cell, eachCell, stampAt } from './column-block.ts'
import { type TextColumn, textStart } from './columns.ts'
import { blockOf, isGone, isPurged, type ItemTable, ownOf, ROWS, rowsOf } from './item-entries.ts'
import { isGreater, winner } from './item-state.ts'
import type { Json } from './json.ts'
import type { Version } from './properties.ts'
import type { Stamp } from './stamp.ts'

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
