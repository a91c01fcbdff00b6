import { basename, dirname, join } from 'node:path'
import * as v from 'valibot'
import type { VaultKeys } from '../../core/crypto/key-derivation.ts'
import { VaultError } from '../../core/errors.ts'
import type { Head } from '../../core/format/header.ts'
import type { FoundBackup } from '../../shared/vault-views.ts'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import { outdatedBackups } from './backup-retention.ts'
import { jsonBytes, parseJsonFile } from './json-file.ts'
import type { SnapshotProgress, SnapshotSource } from './snapshot-frames.ts'
import type { VaultFs } from './vault-fs.ts'
import { writeSnapshot } from './write-snapshot.ts'

/** Where the automatic backups of a vault are, and whose they must be to be ours: `vaultId` is 16 bytes. */
export type BackupPlace = { readonly vaultPath: string; readonly vaultId: Uint8Array; readonly folder?: string }

/** The folder beside the vault, unless another was chosen. */
export function backupFolder({ vaultPath, folder }: Pick<BackupPlace, 'vaultPath' | 'folder'>): string {
  return folder ?? join(dirname(vaultPath), `${stemOf(vaultPath)} backups`)
}

/** Beside each backup, what was found when it was checked. */
const backupNote = v.strictObject({
  format: v.literal(1),
  vaultId: v.string(),
  at: v.pipe(v.number(), v.safeInteger()),
  bytes: v.pipe(v.number(), v.safeInteger()),
  items: v.pipe(v.number(), v.safeInteger()),
  verifiedAt: v.pipe(v.number(), v.safeInteger())
})

/**
 * Writes a compacted copy of the vault with its own slots, so that the same password and phrase open it. It gets its name
 * once all of it was read back and authenticated; what it replaces in the generations is removed only then.
 */
export async function makeBackup(
  fs: VaultFs,
  place: BackupPlace,
  head: Head,
  keys: VaultKeys,
  source: SnapshotSource,
  options: SnapshotProgress & { readonly now?: number } = {}
): Promise<FoundBackup> {
  const at = options.now ?? Date.now()
  const folder = backupFolder(place)
  await fs.mkdir(folder)
  const path = join(folder, backupName(place.vaultPath, at))
  const { items, bytes } = await writeSnapshot(fs, { path, replace: false }, head, keys, source, options)
  const facts = { at, bytes, items, verifiedAt: at }
  try {
    await replaceWithBytes(
      fs,
      { path: notePath(path), replace: true },
      jsonBytes({ format: 1, vaultId: hexOf(place), ...facts })
    )
  } catch (error) {
    // Without its note it would be a backup that never goes away.
    await fs.unlink(path).catch(() => {})
    throw error
  }
  await removeOutdated(fs, place, at)
  return { path, ...facts }
}

/**
 * Backups of this vault, newest first. Without a `vaultId`, when the vault itself is damaged, those of its name. A file
 * without its note may be a backup; nothing is known of it but its name and length.
 */
export async function listBackups(
  fs: VaultFs,
  place: Omit<BackupPlace, 'vaultId'> & { readonly vaultId?: Uint8Array }
): Promise<readonly FoundBackup[]> {
  const folder = backupFolder(place)
  const found: FoundBackup[] = []
  for (const name of await namesIn(fs, folder)) {
    const at = timeOf(place.vaultPath, name)
    if (at === null) continue
    const path = join(folder, name)
    const backup = await foundBackup(fs, path, at, place.vaultId)
    if (backup !== null) found.push(backup)
  }
  return found.toSorted((a, b) => b.at - a.at)
}

async function foundBackup(fs: VaultFs, path: string, at: number, vaultId: Uint8Array | undefined) {
  const stat = await fs.stat(path)
  if (stat?.isFile !== true) return null
  const note = await readNote(fs, path)
  if (note === null) return { path, at, bytes: stat.size, items: null, verifiedAt: null }
  if (vaultId !== undefined && note.vaultId !== hexOf({ vaultId })) return null
  // A length that differs from the checked one is no longer what was checked.
  const verifiedAt = note.bytes === stat.size ? note.verifiedAt : null
  return { path, at: note.at, bytes: stat.size, items: note.items, verifiedAt }
}

async function readNote(fs: VaultFs, path: string) {
  const bytes = await readSmallFile(fs, notePath(path), 4096).catch(() => null)
  return parseJsonFile(backupNote, bytes)
}

/** Only files that carry our name and whose note names this vault: whatever else lies there is somebody's. */
async function removeOutdated(fs: VaultFs, place: BackupPlace, now: number): Promise<void> {
  const ours = (await listBackups(fs, place)).filter(({ items }) => items !== null)
  const outdated = new Set(
    outdatedBackups(
      ours.map(({ at }) => at),
      now
    )
  )
  for (const { path, at } of ours) {
    if (!outdated.has(at)) continue
    // A backup that cannot be removed does no harm; the new one is made.
    await fs
      .unlink(path)
      .then(async () => fs.unlink(notePath(path)))
      .catch(() => {})
  }
}

async function namesIn(fs: VaultFs, folder: string): Promise<readonly string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    if (error instanceof VaultError && error.code === 'NOT_FOUND') return []
    throw error
  }
}

const stemOf = (vaultPath: string): string => basename(vaultPath).replace(/\.coffer$/, '')
const notePath = (path: string): string => `${path}.json`
const hexOf = ({ vaultId }: Pick<BackupPlace, 'vaultId'>): string => Buffer.from(vaultId).toString('hex')

/** `<vault> 2026-11-25T08-48-53.123Z.coffer`: sorts by time, and is a name on every system. */
function backupName(vaultPath: string, at: number): string {
  return `${stemOf(vaultPath)} ${new Date(at).toISOString().replaceAll(':', '-')}.coffer`
}

function timeOf(vaultPath: string, name: string): number | null {
  const start = `${stemOf(vaultPath)} `
  const time = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)\.coffer$/.exec(
    name.startsWith(start) ? name.slice(start.length) : ''
  )
  const at = time === null ? Number.NaN : Date.parse(`${time[1]}:${time[2]}:${time[3]}`)
  return Number.isNaN(at) ? null : at
}
