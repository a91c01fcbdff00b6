import type { Change } from '../core/vault/change.ts'
import { nextStamp } from '../core/vault/stamp.ts'
import { behind, editOf, isOfDisk, nameOf, onceOnly, piecesToKeep } from './failed-save.ts'
import type { BuildChanges } from './item/change-items.ts'
import { readDetails } from './item/read-details.ts'
import { foldInAfter, recover } from './recover-file.ts'
import type { Save } from './storage/append-save.ts'
import { mustWrite, type StoreState } from './store-state.ts'
import { takeIn } from './take-in.ts'

export type SaveRequest = {
  readonly build: BuildChanges
  /** Items whose details the changes need. */
  readonly reads: readonly string[]
  readonly chunks: Save['chunks']
}

/** One save. What the disk does not take is kept, unless it has pieces that come from a stream, or are too many. */
export async function saveChanges(state: StoreState, request: SaveRequest): Promise<void> {
  mustWrite(state)
  const made = await makeChanges(state, request)
  if (made.length === 0) return takenBack(state, request.reads)
  const attempt = { changes: made }
  try {
    await writeChanges(state, request, attempt)
  } catch (error) {
    if (isOfDisk(error)) keepUnsaved(state, request, attempt.changes)
    throw error
  }
}

/** Opens the file anew and writes what it did not take before. */
export async function saveAgain(state: StoreState): Promise<void> {
  if (state.unsaved.count() === 0) return
  mustWrite(state)
  await recover(state)
  await write(state, [], null).catch(async (error: unknown) => {
    await foldInAfter(state, error)
    await write(state, [], null)
  })
}

/** After the vault was read anew the changes are made anew too: they may be stale, and their stamp must be the greatest. */
async function writeChanges(
  state: StoreState,
  request: SaveRequest,
  attempt: { changes: readonly Change[] }
): Promise<void> {
  const before = state.opened
  await recover(state)
  if (state.opened !== before) attempt.changes = await makeChanges(state, request)
  const pieces = request.chunks === undefined ? undefined : onceOnly(request.chunks)
  const again = async (): Promise<void> =>
    write(state, attempt.changes, nameOf(attempt.changes, request.reads, state.opened), pieces)
  await again().catch(async (error: unknown) => {
    if (pieces?.begun()) throw error
    await foldInAfter(state, error)
    attempt.changes = await makeChanges(state, request)
    await again()
  })
}

async function makeChanges(state: StoreState, { build, reads }: SaveRequest): Promise<readonly Change[]> {
  const { environment, unsaved, deviceId } = state
  await readDetails(state.opened, reads)
  const now = environment.now()
  return build(state.opened, nextStamp(unsaved.greatestStamp(state.opened.folded), now, deviceId), now)
}

/** Whatever else waits to be saved goes with it. */
async function write(
  state: StoreState,
  changes: readonly Change[],
  name: string | null,
  chunks?: Save['chunks']
): Promise<void> {
  const { opened, unsaved, tell } = state
  const waiting = unsaved.lackedBy(opened.folded, name)
  const pieces = unsaved.piecesLackedBy(opened.folded, name)
  const all = pieces.length === 0 ? chunks : behind(pieces, chunks)
  if (changes.length + waiting.length > 0) await append(state, [...waiting, ...changes], all)
  const before = unsaved.count()
  unsaved.clear()
  if (before > 0) tell({ is: 'unsaved' })
  if (waiting.length > 0) tell({ is: 'changed', items: opened.folded.size, by: 'save' })
}

async function append({ opened, memory }: StoreState, changes: readonly Change[], chunks: Save['chunks']) {
  await opened.file.append(chunks === undefined ? { changes } : { changes, chunks })
  takeIn(opened, changes)
  memory.remember(opened)
}

function keepUnsaved(state: StoreState, { reads, chunks }: SaveRequest, changes: readonly Change[]): void {
  const { opened, unsaved, tell } = state
  const name = nameOf(changes, reads, opened)
  if (name === null) return
  const pieces = piecesToKeep(chunks, unsaved.pieceBytes())
  if (pieces === null) return
  unsaved.keep(name, changes, pieces)
  tell({ is: 'unsaved' })
}

/** It came to nothing: what was not saved of these items before was taken back. */
const takenBack = (state: StoreState, items: readonly string[]): void => letGo(state, editOf(items))

/** What is kept under this name is not to be saved any more. */
export function letGo({ unsaved, tell }: StoreState, name: string): void {
  const before = unsaved.count()
  unsaved.drop(name)
  if (unsaved.count() !== before) tell({ is: 'unsaved' })
}
