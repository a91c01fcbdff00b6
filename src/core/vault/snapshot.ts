import { type Change, changeLine, decodeDetails, VAULT_ITEM } from './change.ts'
import { columnsLine, toColumns } from './columns.ts'
import type { FoldedVault } from './fold.ts'
import { applyVersion, type ItemState, touch } from './item-state.ts'
import { rowLength, splitChange, stateChanges } from './state-changes.ts'
import { utf8Bytes, utf8Length } from './text.ts'

/** The bodies of one kind 4 frame and of the kind 5 frames right behind it, and what they add to the checkpoint. */
export type SnapshotGroup = {
  readonly columns: Uint8Array
  readonly details: readonly Uint8Array[]
  readonly items: number
  readonly changes: number
}

/** Changes a whole item state before it is written: how a vault is sealed anew under another key. */
export type TransformState = (item: string, state: ItemState) => void

/** The details bodies of a group, in order, opened. */
export type LoadDetails = (group: number) => Promise<readonly Uint8Array[]>

/** Frames of a snapshot hold at most this much plaintext; a single longer value goes alone. docs/FORMAT.md. */
const BODY = 64 * 1024

type Packed = { readonly rows: readonly Change[]; readonly details: readonly Change[]; readonly length: number }

/**
 * Everything that the vault holds, as the groups of a new snapshot: winners and kept history, nothing else. Details
 * that are still sealed are read group by group, so memory does not grow with the vault; none are kept in the fold.
 */
export async function* snapshotGroups(
  folded: FoldedVault,
  loadDetails: LoadDetails,
  transform: TransformState = () => {}
): AsyncIterable<SnapshotGroup> {
  const vault = folded.state(VAULT_ITEM)
  transform(VAULT_ITEM, vault)
  yield* vaultGroups(vault)
  let packed: Packed[] = []
  let length = 0
  for await (const item of packedItems(folded, loadDetails, transform)) {
    if (length + item.length > BODY) {
      yield* groups(packed)
      packed = []
      length = 0
    }
    packed.push(item)
    length += item.length
  }
  yield* groups(packed)
}

async function* packedItems(
  folded: FoldedVault,
  loadDetails: LoadDetails,
  transform: TransformState
): AsyncIterable<Packed> {
  for await (const [id, state] of wholeItems(folded, loadDetails)) {
    transform(id, state)
    const changes = stateChanges(id, state)
    yield { ...changes, length: changes.rows.reduce((sum, row) => sum + rowLength(row), 0) }
  }
}

/**
 * Copies of whole items, one at a time, purged ones included: details that are still sealed are read group by group and
 * kept nowhere, so memory does not grow with the vault.
 */
export async function* wholeItems(
  folded: FoldedVault,
  loadDetails: LoadDetails,
  wanted: Iterable<string> = folded.allIds()
): AsyncIterable<readonly [id: string, state: ItemState]> {
  for (const ids of batches(folded, wanted)) {
    const details = await readDetails(folded, ids, loadDetails)
    for (const id of ids) {
      const state = folded.state(id)
      for (const change of details.get(id) ?? []) addChange(state, change)
      yield [id, state]
    }
  }
}

/** Items whose details lie together are read together, so that each group is read once. */
function batches(folded: FoldedVault, wanted: Iterable<string>): Iterable<readonly string[]> {
  const byGroup = new Map<number, string[]>()
  for (const id of wanted) {
    const group = folded.sealedGroups(id)[0] ?? -1
    const ids = byGroup.get(group)
    if (ids === undefined) byGroup.set(group, [id])
    else ids.push(id)
  }
  return byGroup.values()
}

async function readDetails(folded: FoldedVault, ids: readonly string[], load: LoadDetails) {
  const only = new Set(ids)
  const details = new Map<string, Change[]>()
  for (const group of new Set(ids.flatMap((id) => folded.sealedGroups(id)))) {
    for (const change of (await load(group)).flatMap((body) => decodeDetails(body, only))) {
      const known = details.get(change.item)
      if (known === undefined) details.set(change.item, [change])
      else known.push(change)
    }
  }
  return details
}

function addChange(state: ItemState, change: Change): void {
  touch(state, change.at)
  for (const [name, value] of Object.entries(change.set)) applyVersion(state, name, { at: change.at, value })
}

function* vaultGroups(vault: ItemState): Iterable<SnapshotGroup> {
  const { rows, details } = stateChanges(VAULT_ITEM, vault)
  const changes = [...rows, ...details].filter((change) => Object.keys(change.set).length > 0)
  for (const { text, lines } of bodies(changes)) {
    yield { columns: utf8Bytes(text), details: [], items: 0, changes: lines }
  }
}

/** The length of an item's row is an estimate; a body that came out too long is halved. */
function* groups(packed: readonly Packed[]): Iterable<SnapshotGroup> {
  const rows = packed.flatMap((item) => item.rows)
  if (rows.length === 0) return
  const text = columnsText(rows)
  if (utf8Length(text) <= BODY) {
    const details = bodies(packed.flatMap((item) => item.details)).map((body) => utf8Bytes(body.text))
    yield { columns: utf8Bytes(text), details, items: packed.length, changes: rows.length }
  } else if (packed.length > 1) {
    const half = Math.ceil(packed.length / 2)
    yield* groups(packed.slice(0, half))
    yield* groups(packed.slice(half))
  } else yield* oversized(rows, packed[0]?.details ?? [])
}

/** One item whose list properties alone exceed a body: row by row, and its details behind the first. */
function* oversized(rows: readonly Change[], details: readonly Change[]): Iterable<SnapshotGroup> {
  for (const [index, row] of rows.flatMap((change) => splitChange(change, BODY)).entries()) {
    const first = index === 0
    yield {
      columns: utf8Bytes(columnsText([row])),
      details: first ? bodies(details).map((body) => utf8Bytes(body.text)) : [],
      items: first ? 1 : 0,
      changes: 1
    }
  }
}

/** Rows alike make dense columns, which are small on disk and in memory; purged items stay out of the others' columns. */
function columnsText(rows: readonly Change[]): string {
  const kind = (row: Change) => (Object.hasOwn(row.set, 'purged') ? 2 : Object.hasOwn(row.set, 'title') ? 0 : 1)
  const layers = [0, 1, 2].map((wanted) => rows.filter((row) => kind(row) === wanted))
  return layers.map((layer) => (layer.length === 0 ? '' : `${columnsLine(toColumns(layer))}\n`)).join('')
}

function bodies(changes: readonly Change[]): { text: string; lines: number }[] {
  const all: { text: string; lines: number; length: number }[] = []
  for (const change of changes.flatMap((one) => splitChange(one, BODY))) {
    const line = `${changeLine(change)}\n`
    const length = utf8Length(line)
    const last = all.at(-1)
    if (last === undefined || last.length + length > BODY) all.push({ text: line, lines: 1, length })
    else Object.assign(last, { text: last.text + line, lines: last.lines + 1, length: last.length + length })
  }
  return all
}
