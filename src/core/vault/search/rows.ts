import type { Key } from './acceptance.ts'
import { createSearchBlock, ROWS, type SearchBlock } from './search-block.ts'

/** Where each item stands: a row over all blocks, kept as long as the item is there and then given to another. */
export type Rows = {
  readonly blocks: readonly SearchBlock[]
  readonly size: () => number
  readonly find: (id: Key) => number | undefined
  /** The row of the item, a free one for a new item. */
  readonly take: (id: Key) => number
  readonly release: (id: Key, row: number) => void
  readonly blockOf: (row: number) => SearchBlock
}

export function createRows(): Rows {
  const blocks: SearchBlock[] = []
  const places = new Map<Key, number>()
  const free: number[] = []
  let used = 0
  return {
    blocks,
    size: () => places.size,
    find: (id) => places.get(id),
    take(id) {
      const row = places.get(id) ?? free.pop() ?? used++
      places.set(id, row)
      return row
    },
    release(id, row) {
      places.delete(id)
      free.push(row)
    },
    blockOf: (row) => (blocks[Math.floor(row / ROWS)] ??= createSearchBlock())
  }
}
