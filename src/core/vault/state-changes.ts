import type { Change } from './change.ts'
import type { ItemState } from './item-state.ts'
import type { Json } from './json.ts'
import { isListProperty } from './properties.ts'
import type { Stamp } from './stamp.ts'
import { utf8Length } from './text.ts'

/**
 * An item's state as the fewest changes that fold to it: rows for columns (the winning list properties, and the newest
 * stamp even when it belongs to a detail) and details (every other winner, and the history).
 */
export function stateChanges(item: string, state: ItemState): { rows: Change[]; details: Change[] } {
  const rows = new Map<Stamp, [string, Json][]>([[state.touched, []]])
  const details = new Map<Stamp, [string, Json][]>()
  if (state.purged !== null) add(rows, state.purged.at, 'purged', state.purged.value)
  for (const [name, versions] of state.properties) {
    for (const [index, version] of versions.entries()) {
      add(index === 0 && isListProperty(name) ? rows : details, version.at, name, version.value)
    }
  }
  return { rows: toChanges(item, rows), details: toChanges(item, details) }
}

/** The same change in lines of at most `limit` bytes, as far as single properties allow. */
export function splitChange(change: Change, limit: number): Change[] {
  const parts: [string, Json][][] = [[]]
  let length = LINE_OVERHEAD
  for (const [name, value] of Object.entries(change.set)) {
    const added = utf8Length(JSON.stringify(name)) + utf8Length(JSON.stringify(value)) + 2
    if (length + added > limit && length > LINE_OVERHEAD) {
      parts.push([])
      length = LINE_OVERHEAD
    }
    parts.at(-1)?.push([name, value])
    length += added
  }
  if (parts.length === 1) return [change]
  return parts.map((part) => ({ ...change, set: Object.fromEntries(part) }))
}

// {"item":"<36>","at":"<24>","set":{}} and LF; the longest frame of columns around one row costs a little more.
const LINE_OVERHEAD = 128

/** About what the change takes as a row of columns, in bytes: its id, its stamp, and its values without their names. */
export function rowLength(change: Change): number {
  const values = Object.values(change.set).reduce<number>(
    (sum, value) => sum + utf8Length(JSON.stringify(value)) + 8,
    0
  )
  return values + 72
}

function add(changes: Map<Stamp, [string, Json][]>, at: Stamp, name: string, value: Json): void {
  const set = changes.get(at)
  if (set === undefined) changes.set(at, [[name, value]])
  else set.push([name, value])
}

function toChanges(item: string, sets: ReadonlyMap<Stamp, readonly [string, Json][]>): Change[] {
  return [...sets].map(([at, set]) => ({ item, at, set: Object.fromEntries(set) }))
}
