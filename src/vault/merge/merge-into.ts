import type { Change } from '../../core/vault/change.ts'
import { isSealed, openValue, sealValue } from '../../core/vault/concealed.ts'
import { attachmentsOf, type Merge } from '../../core/vault/merge.ts'
import { newItemFrom, type PurgedEdit } from '../../core/vault/purged-edit.ts'
import { greatestStamp, mergeClocks } from '../../core/vault/clock.ts'
import { nextStamp } from '../../core/vault/stamp.ts'
import { newItemId } from '../item/change-items.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { Save } from '../storage/append-save.ts'
import { hasPieces, toChunks } from '../storage/attachment-pieces.ts'
import { writeSnapshot } from '../storage/write-snapshot.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import { takeIn } from '../take-in.ts'
import { readVault } from '../opened-vault.ts'

export type ReadAttachment = (id: string) => AsyncIterable<Uint8Array>

/** Reads all that is still sealed, so that whole items can be compared. VAULT_DAMAGED { offset }, IO. */
export async function readAllDetails({ folded, file }: OpenedVault): Promise<void> {
  const groups = new Set([...folded.ids()].flatMap((id) => [...folded.sealedGroups(id)]))
  for (const group of groups) folded.addDetails(group, await file.loadDetails(group))
}

/**
 * Appends what a merge says that `into` lacks and takes it in. Where the clock has to say more than the changes carry,
 * the file is written anew instead, since a snapshot's checkpoint says it; then the result is another reading of it.
 */
export async function mergeInto(
  fs: VaultFs,
  into: OpenedVault,
  merge: Pick<Merge, 'changes' | 'clock' | 'needsCheckpoint'>,
  readOther: ReadAttachment
): Promise<OpenedVault> {
  if (merge.needsCheckpoint) return rewriteMerged(fs, into, merge, readOther)
  if (merge.changes.length > 0) {
    const chunks = missingChunks(
      () => into,
      () => merge.changes,
      readOther
    )
    await into.file.append({ changes: merge.changes, chunks })
    takeIn(into, merge.changes)
  }
  return into
}

/** What one side wrote to an item that the other purged without knowing of it, as items of their own: nothing is lost. */
export function keepEditsOfPurged(
  { scope }: OpenedVault,
  edits: readonly PurgedEdit[],
  clock: Merge['clock'],
  now: number,
  deviceId: string
): readonly Change[] {
  if (edits.length === 0) return []
  const at = nextStamp(greatestStamp(clock), now, deviceId)
  return edits.map((edit) => {
    const item = newItemId()
    return newItemFrom(edit, item, at, (name, version) => {
      if (!isSealed(version.value)) return version.value
      const text = openValue(scope, { item: edit.item, at: version.at, name }, version.value)
      return sealValue(scope, { item, at, name }, text)
    })
  })
}

export const namesAttachments = (changes: readonly Change[]): boolean => attachmentsOf(changes).length > 0

/** Chunks of the attachments that the changes name and the file lacks. One that is whole nowhere stays a name only. */
export async function* missingChunks(
  into: () => OpenedVault,
  changes: () => readonly Change[],
  readOther: ReadAttachment
): NonNullable<Save['chunks']> {
  const { file } = into()
  for (const id of attachmentsOf(changes())) {
    if (!(await hasPieces(file.readAttachment(id)))) yield* toChunks(id, readOther(id))
  }
}

async function rewriteMerged(
  fs: VaultFs,
  into: OpenedVault,
  { changes, clock }: Pick<Merge, 'changes' | 'clock'>,
  readOther: ReadAttachment
): Promise<OpenedVault> {
  const { folded, file, head, keys, options } = into
  for (const change of changes) folded.apply(change)
  folded.raiseClock(mergeClocks(folded.clock, clock))
  const attachments: ReadAttachment = async function* read(id) {
    yield* (await hasPieces(file.readAttachment(id))) ? file.readAttachment(id) : readOther(id)
  }
  const source = { folded, loadDetails: file.loadDetails, attachments }
  const rewritten = { path: file.path, replace: true }
  await writeSnapshot(fs, rewritten, head, keys, source, { beforeSwap: file.checkUnchanged })
  const again = await readVault(fs, file.path, { head, keys }, 'write', options)
  await file.close().catch(() => {})
  return again
}
