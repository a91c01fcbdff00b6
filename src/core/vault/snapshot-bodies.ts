import { type Change, changeLine } from './change.ts'
import { columnsLine, toColumns } from './columns.ts'
import { isLeadProperty } from './properties.ts'
import { splitChange } from './state-changes.ts'
import { utf8Bytes, utf8Length } from './text.ts'

/** Frames of a snapshot hold at most this much plaintext; a single longer value goes alone. docs/FORMAT.md. */
export const BODY = 64 * 1024

/** Rows alike make dense columns, which are small on disk and in memory; purged items stay out of the others' columns. */
export function columnBodies(rows: readonly Change[]): { columns: Uint8Array; more: Uint8Array | null } {
  const kind = (row: Change) => (Object.hasOwn(row.set, 'purged') ? 2 : Object.hasOwn(row.set, 'title') ? 0 : 1)
  const layers = [0, 1, 2]
    .map((wanted) => rows.filter((row) => kind(row) === wanted))
    .filter(({ length }) => length > 0)
  const parted = layers.map((layer) => ({
    lead: layer.map((row) => only(row, isLeadProperty)),
    more: layer.map((row) => only(row, (name) => !isLeadProperty(name)))
  }))
  const hasMore = parted.map(({ more }) => more.some(({ set }) => Object.keys(set).length > 0))
  const columns = parted.map(({ lead }, layer) => columnsLine(toColumns(lead, hasMore[layer])))
  const more = parted.filter((_, layer) => hasMore[layer]).map((part) => columnsLine(toColumns(part.more)))
  return { columns: linesBody(columns), more: more.length === 0 ? null : linesBody(more) }
}

function only({ item, at, set }: Change, wanted: (name: string) => boolean): Change {
  return { item, at, set: Object.fromEntries(Object.entries(set).filter(([name]) => wanted(name))) }
}

/** As few as possible, none of them too long. */
export function* detailBodies(details: readonly Change[]): Iterable<Uint8Array> {
  if (details.length === 0) return
  const body = linesBody(alike(details).map(alikeLine))
  const half = Math.ceil(details.length / 2)
  if (body.length <= BODY) yield body
  else if (details.length > 1)
    for (const part of [details.slice(0, half), details.slice(half)]) yield* detailBodies(part)
  else for (const [change] of split(details)) if (change !== undefined) yield linesBody([changeLine(change)])
}

/** So that the lines of each part fit in a body. */
export function split(changes: readonly Change[]): Change[][] {
  const parts: { changes: Change[]; length: number }[] = []
  for (const change of changes.flatMap((one) => splitChange(one, BODY))) {
    const length = utf8Length(changeLine(change)) + 1
    const last = parts.at(-1)
    if (last === undefined || last.length + length > BODY) parts.push({ changes: [change], length })
    else {
      last.changes.push(change)
      last.length += length
    }
  }
  return parts.map((part) => part.changes)
}

/** Changes that set the same properties: as columns they say their names, and what they agree on, once. */
function alike(changes: readonly Change[]): readonly (readonly Change[])[] {
  const shapes = new Map<string, Change[]>()
  for (const change of changes) {
    const shape = JSON.stringify(Object.keys(change.set))
    const known = shapes.get(shape)
    if (known === undefined) shapes.set(shape, [change])
    else known.push(change)
  }
  return [...shapes.values()]
}

function alikeLine(changes: readonly Change[]): string {
  const [first] = changes
  return changes.length === 1 && first !== undefined ? changeLine(first) : columnsLine(toColumns(changes))
}

export const linesBody = (lines: readonly string[]): Uint8Array => utf8Bytes(lines.map((line) => `${line}\n`).join(''))
