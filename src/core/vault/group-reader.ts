import { cellsText } from './column-block.ts'
import { isPlainRow, type ItemTable } from './item-entries.ts'

/** Items as the groups of frames that they came in: who looks for something once passes over those that cannot have it. */
export type GroupReader = {
  all(): Iterable<number>
  /**
   * All that is listed of a group, plain or as JSON: what stands in an item's listed properties stands in one of these.
   * Opens what is sealed and does not keep it. VAULT_DAMAGED.
   */
  texts(group: number): Iterable<string>
  /** The items of which nothing is known but their row in this group. */
  rows(group: number): Iterable<number>
}

export function groupReader(table: ItemTable): GroupReader {
  return {
    all: () => table.members.keys(),
    *texts(group) {
      for (const block of table.blocks) {
        if (block.group !== group) continue
        yield cellsText(block.listed)
        if (block.more !== null) yield block.more.text()
      }
    },
    *rows(group) {
      for (const numbers of table.members.get(group) ?? [])
        for (const number of Array.from(numbers)) if (isPlainRow(table, number)) yield number
    }
  }
}
