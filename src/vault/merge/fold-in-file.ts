import { equalBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { type Head, isAuthentic } from '../../core/format/header.ts'
import { isBehind } from '../../core/vault/clock.ts'
import { mergeVaults } from '../../core/vault/merge.ts'
import type { Environment } from '../environment.ts'
import { type OpenedVault, readVault } from '../opened-vault.ts'
import { readHead } from '../storage/read-head.ts'
import { mendDues } from './mend-dues.ts'
import { keepEditsOfPurged, mergeInto, readAllDetails } from './merge-into.ts'

export type DiskAndClock = Pick<Environment, 'fs' | 'now'>

/**
 * What stands at the path of `mine` now, with everything in it that `mine` knows: another program, most often one that
 * synchronises files, put another state of the vault there. A file that goes on where ours ended is taken as it is; to
 * any other, what it lacks is added. `mine` is closed then, and its keys go on. REKEYED_ELSEWHERE; FILE_CHANGED_ON_DISK
 * when it is no state of this vault, or one that would have to be added to and cannot be written; NOT_FOUND,
 * VAULT_DAMAGED, …: `mine` stays as it is. `onDoubt` is told when a sync failed, and what the disk kept is unknown.
 */
export async function foldInFile(
  environment: DiskAndClock,
  mine: OpenedVault,
  deviceId: string,
  onDoubt: () => void
): Promise<OpenedVault> {
  const { fs } = environment
  const { path, readOnly } = mine.file
  const head = await readHead(fs, path)
  checkHead(head, mine)
  const theirs = await readVault(fs, path, { head, keys: mine.keys }, readOnly ? 'read' : 'write', mine.options)
  try {
    // The disk has no room to set a torn end aside, or takes no writing any more.
    if (theirs.file.readOnly && !readOnly && !theirs.file.tooNew) throw new VaultError('READ_ONLY')
    const merged = (await theirs.file.continues(mine.file))
      ? theirs
      : await addOurs(environment, theirs, mine, deviceId)
    await mine.file.close().catch(() => {})
    return merged
  } catch (error) {
    if (theirs.file.failure?.inDoubt) onDoubt()
    await theirs.file.close().catch(() => {})
    throw error
  }
}

/** Whatever changes the header brings a new data key with it, so another header of this vault has another key. */
function checkHead(head: Head, { keys, head: ours }: OpenedVault): void {
  if (isAuthentic(head, keys.header)) return
  const isSameVault = equalBytes(head.header.vaultId, ours.header.vaultId)
  throw new VaultError(isSameVault ? 'REKEYED_ELSEWHERE' : 'FILE_CHANGED_ON_DISK')
}

async function addOurs(
  { fs, now }: DiskAndClock,
  theirs: OpenedVault,
  mine: OpenedVault,
  deviceId: string
): Promise<OpenedVault> {
  if (theirs.file.readOnly) {
    // Nothing can be added; as long as it lacks nothing, it can be looked at.
    if (isBehind(theirs.folded.clock, mine.folded.clock)) throw new VaultError('FILE_CHANGED_ON_DISK')
    return theirs
  }
  await readAllDetails(theirs)
  // What was still sealed of ours is gone when the file was overwritten in place. All that was changed since is open.
  const otherInPart = await readAllDetails(mine).then(
    () => false,
    () => true
  )
  const merge = mergeVaults(theirs.folded, mine.folded, { otherInPart })
  const kept = keepEditsOfPurged(mine, merge.editsOfPurged, merge.clock, now(), deviceId)
  const changes = [...merge.changes, ...kept]
  const merged = await mergeInto(fs, theirs, { ...merge, changes }, mine.file.readAttachment)
  await mendDues({ now, deviceId }, merged, changes)
  return merged
}
