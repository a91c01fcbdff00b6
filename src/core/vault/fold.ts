import { type Change, decodeChange, decodeLines, VAULT_ITEM } from './change.ts'
import { type Clock, greatestStamp, toClock } from './clock.ts'
import { mayPurge, type MoreCells } from './column-block.ts'
import { type Columns, expandColumns } from './columns.ts'
import { addDetails, applySet, applyToItem, wholeItem, winners } from './fold-items.ts'
import { count, countRows, newTally, raise } from './fold-tally.ts'
import { type GroupReader, groupReader } from './group-reader.ts'
import { copyState, type ItemState, newItemState } from './item-state.ts'
import { isPlainRow, isPurged, newItemTable } from './item-entries.ts'
import { addColumns, listItem, listNumber, readItem, sealedGroups } from './item-table.ts'
import { JOURNAL } from './journal.ts'
import { journalLines } from './journal-lines.ts'
import { type LeadReader, leadReader } from './lead-reader.ts'
import type { ListProperties } from './list-properties.ts'
import { moreColumns } from './more-columns.ts'
import type { Version } from './properties.ts'
import type { SearchTexts } from './search.ts'
import { searchTexts } from './search-texts.ts'
import type { Stamp } from './stamp.ts'

/**
 * The folded vault in memory: what every change so far comes to. Items stay rows of the columns they came in until a
 * change or their details make them more. It holds concealed values sealed and never opens one.
 * Not atomic by itself: apply a save once its frame was acknowledged, not before.
 */
export type FoldedVault = {
  /** For about so many items, before there is any. */
  makeRoom(items: number): void
  /** One change of a kind 1 frame. It must come from decodeChanges or have passed encodeChanges. */
  apply(change: Change): void
  /**
   * The body of a kind 4 frame. `group` names the details frames (kind 5) right behind it. `more` gives the body of the
   * frame of kind 6 behind it, once, when something in it is asked for; where the columns say that there is one and none
   * is given, or the other way round, they are damaged. VAULT_DAMAGED, unchanged.
   */
  addGroup(body: Uint8Array, group: number, more?: OpenMore): void
  /**
   * All details bodies of a group, for the items asked or for all of the group. VAULT_DAMAGED, unchanged, when malformed
   * or when they hold a winning list property or an item from outside the group.
   */
  addDetails(group: number, bodies: readonly Uint8Array[], only?: ReadonlySet<string>): void
  /** Items that are not purged. */
  readonly size: number
  /** All item ids ever seen in this file, purged ones included: what a checkpoint counts. */
  readonly itemCount: number
  /** Changes added from frames of kinds 1 and 4: what a checkpoint counts. */
  readonly changeCount: number
  readonly clock: Clock
  readonly greatestStamp: Stamp | null
  /** Takes in a checkpoint's clock, or that of a merged file. */
  raiseClock(clock: Clock): void
  /** False for purged items. */
  has(id: string): boolean
  isPurged(id: string): boolean
  /** Ids of items that are not purged. */
  ids(): Iterable<string>
  /** Ids of all items, purged ones included. */
  allIds(): Iterable<string>
  /** Of these, the items of which more is known than one row of columns: opened, or changed since those were written. */
  changedIds(): Iterable<string>
  list(id: string): ListProperties | undefined
  /** What ordering, filtering and counting need, item by item, without opening anything. */
  readonly lead: LeadReader
  readonly groups: GroupReader
  /** The same as `list`, by the item's number. */
  listNumber(number: number): ListProperties
  /** What searching looks through, by the item's number, notes and open fields aside. */
  searchTexts(number: number): SearchTexts
  /** Groups to give to addDetails before properties and history of this item can be read. */
  sealedGroups(id: string): readonly number[]
  /** The winners, nulls included. INTERNAL while details are sealed: half an item must never look like a whole one. */
  properties(id: string): ReadonlyMap<string, Version>
  /** Superseded versions, newest first. INTERNAL while details are sealed. */
  history(id: string, property: string): readonly Version[]
  /** The winners of the vault's own properties, the journal aside. */
  vaultProperties(): ReadonlyMap<string, Version>
  /** The entries of the journal, by their properties. VAULT_DAMAGED when one of a snapshot turns out to be none. */
  journal(): ReadonlyMap<string, Version>
  /** A copy of all that is known of an item, for writing snapshots. */
  state(id: string): ItemState
}

/** An opened body, authenticated. VAULT_DAMAGED. */
export type OpenMore = () => Uint8Array

export function createFoldedVault(): FoldedVault {
  const table = newItemTable()
  const vault = newItemState('vault')
  const seen = newTally()
  const unread = journalLines()
  // Asked for at every save.
  let ofVault: ReadonlyMap<string, Version> | null = null

  function apply(change: Change, group: number | null): void {
    count(seen, change.at)
    if (change.item === VAULT_ITEM) {
      applySet(vault, change)
      ofVault = null
    } else if (applyToItem(table, change, group)) seen.purged += 1
  }

  function later(text: string): boolean {
    const at = unread.keep(text)
    if (at !== null) count(seen, at)
    return at !== null
  }

  /** All that is known of the vault itself, what had waited included. */
  function wholeVault(): ItemState {
    for (const change of unread.take(decodeChange)) applySet(vault, change)
    return vault
  }

  function addRows(columns: Columns, group: number, more: MoreCells | null): void {
    if (mayPurge(columns)) {
      for (const change of expandColumns(columns)) apply(change, group)
    } else {
      countRows(seen, columns)
      addColumns(table, columns, group, more)
    }
  }

  return {
    makeRoom: table.ids.makeRoom,
    apply: (change) => apply(change, null),
    addGroup(body, group, more) {
      const lines = decodeLines(body, { checkColumns: false, later })
      const sealed = moreColumns(lines, more)
      for (const line of lines) {
        if ('columns' in line) addRows(line.columns, group, sealed(line.columns))
        else apply(line.change, group)
      }
    },
    addDetails: (group, bodies, only) => addDetails(table, group, bodies, only),
    get size() {
      return table.ids.count - seen.purged
    },
    get itemCount() {
      return table.ids.count
    },
    get changeCount() {
      return seen.changes
    },
    get clock() {
      return toClock(seen.clock)
    },
    get greatestStamp() {
      return greatestStamp(toClock(seen.clock))
    },
    raiseClock(clock) {
      for (const at of Object.values(clock)) raise(seen, at)
    },
    has(id) {
      const number = table.ids.find(id)
      return number !== -1 && !isPurged(table, number)
    },
    isPurged: (id) => isPurged(table, table.ids.find(id)),
    *ids() {
      for (let number = 0; number < table.ids.count; number++)
        if (!isPurged(table, number)) yield table.ids.idOf(number)
    },
    *allIds() {
      for (let number = 0; number < table.ids.count; number++) yield table.ids.idOf(number)
    },
    *changedIds() {
      for (let number = 0; number < table.ids.count; number++)
        if (!isPlainRow(table, number) && !isPurged(table, number)) yield table.ids.idOf(number)
    },
    list: (id) => listItem(table, id),
    lead: leadReader(table),
    groups: groupReader(table),
    listNumber: (number) => listNumber(table, number),
    searchTexts: (number) => searchTexts(table, number),
    sealedGroups: (id) => sealedGroups(table, id),
    properties: (id) => winners(wholeItem(table, id)),
    history: (id, property) => wholeItem(table, id).properties.get(property)?.slice(1) ?? [],
    vaultProperties: () => (ofVault ??= ofJournal(winners(vault), false)),
    journal: () => ofJournal(winners(wholeVault()), true),
    state: (id) => copyState((id === VAULT_ITEM ? wholeVault() : readItem(table, id)) ?? newItemState())
  }
}

const ofJournal = (properties: ReadonlyMap<string, Version>, wanted: boolean): ReadonlyMap<string, Version> =>
  new Map([...properties].filter(([name]) => name.startsWith(JOURNAL) === wanted))
