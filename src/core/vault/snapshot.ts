import { type Change, changeLine, VAULT_ITEM } from './change.ts'
import { columnsLine, toColumns } from './columns.ts'
import type { FoldedVault } from './fold.ts'
import { applyVersion, type ItemState, touch } from './item-state.ts'
import { dropOldEntries } from './journal-bound.ts'
import { type LoadDetails, sealedDetails } from './sealed-details.ts'
import { BODY, columnBodies, detailBodies, linesBody, split } from './snapshot-bodies.ts'
import { rowLength, splitChange, stateChanges } from './state-changes.ts'
import { titleKey } from './title-order.ts'

/** The bodies of a kind 4 frame, of the kind 6 frame and the kind 5 frames right behind it, and what the checkpoint counts. */
export type SnapshotGroup = {
  readonly columns: Uint8Array
  readonly more: Uint8Array | null
  readonly details: readonly Uint8Array[]
  readonly items: number
  readonly changes: number
}

/** Changes a whole item state before it is written: how a vault is sealed anew under another key. */
export type TransformState = (item: string, state: ItemState) => void

/** Opening an item opens the details of its group: the more share one, the longer that takes. */
const GROUP_ITEMS = 256

type Packed = { readonly rows: readonly Change[]; readonly details: readonly Change[]; readonly length: number }

/**
 * Everything that the vault holds, as the groups of a new snapshot: winners and kept history, nothing else and of the
 * journal no more than its bound, in the order of titles, so that what is shown together is opened together. Details that are still sealed are read a few groups at a
 * time, so memory does not grow with the vault; none are kept in the fold.
 */
export async function* snapshotGroups(
  folded: FoldedVault,
  loadDetails: LoadDetails,
  transform: TransformState = () => {}
): AsyncIterable<SnapshotGroup> {
  const vault = folded.state(VAULT_ITEM)
  dropOldEntries(vault)
  transform(VAULT_ITEM, vault)
  yield* vaultGroups(vault)
  let packed: Packed[] = []
  let length = 0
  for await (const item of packedItems(folded, loadDetails, transform)) {
    if (length + item.length > 2 * BODY || packed.length >= GROUP_ITEMS) {
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
  for await (const [id, state] of wholeItems(folded, loadDetails, inTitleOrder(folded))) {
    transform(id, state)
    const changes = stateChanges(id, state)
    yield { ...changes, length: changes.rows.reduce((sum, row) => sum + rowLength(row), 0) }
  }
}

/**
 * Copies of whole items, one at a time, purged ones included: details that are still sealed are read a few groups at a
 * time and kept nowhere, so memory does not grow with the vault.
 */
export async function* wholeItems(
  folded: FoldedVault,
  loadDetails: LoadDetails,
  wanted: Iterable<string> = folded.allIds()
): AsyncIterable<readonly [id: string, state: ItemState]> {
  const sealed = sealedDetails(folded, loadDetails)
  for (const id of wanted) {
    const state = folded.state(id)
    for (const change of await sealed(id)) addChange(state, change)
    yield [id, state]
  }
}

/** All ids, whatever the list knows of them: an item that it has no title of must not be missing in the snapshot. */
function inTitleOrder({ lead, allIds }: FoldedVault): string[] {
  const titled = Array.from(allIds(), (id) => {
    const number = lead.numberOf(id)
    return { id, key: number === -1 ? '' : titleKey(lead.title(number)) }
  })
  titled.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return titled.map(({ id }) => id)
}

function addChange(state: ItemState, change: Change): void {
  touch(state, change.at)
  for (const [name, value] of Object.entries(change.set)) applyVersion(state, name, { at: change.at, value })
}

function* vaultGroups(vault: ItemState): Iterable<SnapshotGroup> {
  const { rows, details } = stateChanges(VAULT_ITEM, vault)
  const changes = [...rows, ...details].filter((change) => Object.keys(change.set).length > 0)
  for (const part of split(changes)) {
    yield { columns: linesBody(part.map(changeLine)), more: null, details: [], items: 0, changes: part.length }
  }
}

/** The length of an item's row is an estimate; a body that came out too long is halved. */
function* groups(packed: readonly Packed[]): Iterable<SnapshotGroup> {
  const rows = packed.flatMap((item) => item.rows)
  if (rows.length === 0) return
  const { columns, more } = columnBodies(rows)
  if (Math.max(columns.length, more?.length ?? 0) <= BODY) {
    const details = [...detailBodies(packed.flatMap((item) => item.details))]
    yield { columns, more, details, items: packed.length, changes: rows.length }
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
      columns: linesBody([columnsLine(toColumns([row]))]),
      more: null,
      details: first ? [...detailBodies(details)] : [],
      items: first ? 1 : 0,
      changes: 1
    }
  }
}
