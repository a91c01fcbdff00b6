import { isPurged, type ItemTable } from './item-entries.ts'
import { listNumber } from './item-table.ts'
import {
  eachLeadName,
  eachShown,
  isTrashed,
  leadValue,
  mayBeDue,
  mayBeFlagged,
  titleOf,
  touchedAt,
  type VisitTitle
} from './lead-values.ts'
import { readDue } from './due.ts'
import { type Stamp, stampTime } from './stamp.ts'

/**
 * What a list is ordered, filtered and counted by, of items by their number (0 to `count`, in the order in which they
 * were first seen; a number stays). Nothing that is sealed is opened for it, `createdAt` aside.
 */
export type LeadReader = {
  readonly count: number
  /** -1 where there is no such item. */
  numberOf(id: string): number
  idOf(number: number): string
  isPurged(number: number): boolean
  isTrashed(number: number): boolean
  isFavorite(number: number): boolean
  type(number: number): string
  title(number: number): string
  /** The items that are neither purged nor in the trash. */
  eachShown(visit: VisitTitle): void
  tags(number: number): readonly string[]
  /** When the soonest of what it reminds of is due, in milliseconds since 1970; null for nothing. */
  dueAt(number: number): number | null
  /** Milliseconds since 1970. */
  changedAt(number: number): number
  createdAt(number: number): number
}

export function leadReader(table: ItemTable): LeadReader {
  return {
    get count() {
      return table.ids.count
    },
    numberOf: table.ids.find,
    idOf: table.ids.idOf,
    isPurged: (number) => isPurged(table, number),
    isTrashed: (number) => isTrashed(table, number),
    isFavorite: (number) => mayBeFlagged(table, number) && leadValue(table, number, 'favorite') === true,
    type: (number) => {
      const type = leadValue(table, number, 'type')
      return typeof type === 'string' ? type : 'note'
    },
    title: (number) => titleOf(table, number),
    eachShown: (visit) => eachShown(table, visit),
    tags: (number) => tagsOf(table, number),
    dueAt: (number) => (mayBeDue(table, number) ? (readDue(leadValue(table, number, 'due'))?.at ?? null) : null),
    changedAt: (number) => timeOf(touchedAt(table, number)),
    createdAt: (number) => listNumber(table, number).createdAt
  }
}

function tagsOf(table: ItemTable, number: number): readonly string[] {
  const tags: string[] = []
  eachLeadName(table, number, (name) => {
    if (!name.startsWith('tag:') || (leadValue(table, number, name) ?? null) === null) return
    if (!tags.includes(name.slice(4))) tags.push(name.slice(4))
  })
  return tags.length > 1 ? tags.sort() : tags
}

function timeOf(stamp: Stamp): number {
  return stamp === '' ? 0 : stampTime(stamp)
}
