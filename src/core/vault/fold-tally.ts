import { type Columns, rowCount, stampCount, stampOf } from './columns.ts'
import { type Stamp, stampDevice } from './stamp.ts'

/** What a fold counts while it takes changes in: the greatest stamp of each device, and what a checkpoint says. */
export type Tally = { clock: Map<string, Stamp>; changes: number; purged: number; last: Stamp }

export function newTally(): Tally {
  return { clock: new Map(), changes: 0, purged: 0, last: '' }
}

export function count(tally: Tally, at: Stamp): void {
  tally.changes += 1
  // A save and an import have one stamp for all of their changes.
  if (at !== tally.last) raise(tally, at)
  tally.last = at
}

export function countRows(tally: Tally, columns: Columns): void {
  const rows = rowCount(columns)
  const stamps = stampCount(columns)
  for (let row = 0; row < stamps; row++) count(tally, stampOf(columns.at, row))
  tally.changes += rows - stamps
}

export function raise(tally: Tally, at: Stamp): void {
  const device = stampDevice(at)
  if (at > (tally.clock.get(device) ?? '')) tally.clock.set(device, at)
}
