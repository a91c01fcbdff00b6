import * as v from 'valibot'
import { parseJsonFile } from './json-file.ts'
import { readSmallFile } from './atomic-write.ts'
import { isAlive, type LockOwner, processStart } from './this-machine.ts'
import type { FileStat, VaultFs } from './vault-fs.ts'

/** What a lock file says. `id` is random and tells two locks of one process apart. */
export type LockRecord = LockOwner & { readonly id: string }

const MAX_LOCK = 4096
const lockRecord = v.strictObject({
  id: v.string(),
  host: v.string(),
  pid: v.pipe(v.number(), v.integer()),
  bootId: v.nullable(v.string()),
  pidSpace: v.nullable(v.string()),
  startedAt: v.nullable(v.string())
})

/** `record` is null when the file cannot be read as a lock: being written just now, or cut by a crash. */
export type FoundLock = { readonly record: LockRecord | null; readonly stat: FileStat }

export async function readLock(fs: VaultFs, path: string): Promise<FoundLock | null> {
  const stat = await fs.stat(path)
  const bytes = await readSmallFile(fs, path, MAX_LOCK)
  return stat === null || bytes === null ? null : { record: parseJsonFile(lockRecord, bytes), stat }
}

export const encodeLock = ({ id, host, pid, bootId, pidSpace, startedAt }: LockRecord): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify({ id, host, pid, bootId, pidSpace, startedAt })}\n`)

/** The holder writes its lock anew this often; somebody whose processes we cannot ask for is gone after the other. */
export const HEARTBEAT = 30_000
const SILENT_FOR = 10 * 60_000
/** A lock is written at once after it is created; one that is still empty after this was left by a crash. */
const EMPTY_FOR = 10_000

/**
 * Whether nobody can be behind the lock any more. `now` is the present time by the clock that stamps the files, so that
 * a file server's clock may differ from ours. `isOurs` knows the locks of this very process.
 */
export function isStale(found: FoundLock, asker: LockOwner, now: number, isOurs: (id: string) => boolean): boolean {
  const { record, stat } = found
  const silence = now - stat.modifiedAt
  if (record === null) return silence > EMPTY_FOR
  if (record.host !== asker.host) return silence > SILENT_FOR
  if (record.bootId !== asker.bootId) return true
  if (record.pidSpace !== asker.pidSpace) return silence > SILENT_FOR
  if (record.pid === asker.pid) return !isOurs(record.id)
  if (!isAlive(record.pid)) return true
  const start = processStart(record.pid)
  return start !== null && record.startedAt !== null && start !== record.startedAt
}
