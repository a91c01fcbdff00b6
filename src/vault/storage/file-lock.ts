import { dirname, join } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { randomBytes, randomUuid } from '../../core/random.ts'
import { encodeLock, HEARTBEAT, isStale, type LockRecord, readLock } from './lock-file.ts'
import { tempName } from './temp-files.ts'
import { type LockOwner, thisProcess } from './this-machine.ts'
import type { VaultFs } from './vault-fs.ts'
import { writeAll } from './write-all.ts'

export type FileLock = {
  /**
   * Before each write: LOCKED_BY_OTHER when another has taken the lock over, which it may after this process was silent
   * for long (a laptop asleep on a shared folder). Looks at the disk at most every few seconds.
   */
  confirm(): Promise<void>
  /** Removes the lock if it is still ours. Never rejects: a lock that cannot be removed is stale soon. */
  release(): Promise<void>
}

const held = new Set<string>()
const isOurs = (id: string): boolean => held.has(id)
const RETRIES = 5
const CONFIRMED_FOR = 5000
const MOMENT = 25

/**
 * Takes `<vault>.lock`, beside the vault behind any links, so that no two programs write to it. LOCKED_BY_OTHER
 * { host, pid } while its owner lives; the lock of one that certainly does not is taken over. READ_ONLY, PERMISSION, …
 */
export async function takeLock(fs: VaultFs, path: string, owner: LockOwner = thisProcess()): Promise<FileLock> {
  const lockPath = `${await realpathOrSelf(fs, path)}.lock`
  const record: LockRecord = { id: randomUuid(), ...owner }
  held.add(record.id)
  try {
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      if (await create(fs, lockPath, record)) return heldLock(fs, lockPath, record)
      await clearStale(fs, lockPath, record)
    }
    throw await lockedByWhom(fs, lockPath)
  } catch (error) {
    held.delete(record.id)
    throw error
  }
}

async function realpathOrSelf(fs: VaultFs, path: string): Promise<string> {
  return (await fs.stat(path)) === null ? path : fs.realpath(path)
}

/**
 * The lock appears under its name with everything in it, or not at all: a process that is killed in between would leave an
 * empty one, of which nobody could tell for a while whether somebody is just writing it. Where the disk has no links it is
 * written in place.
 */
async function create(fs: VaultFs, path: string, record: LockRecord): Promise<boolean> {
  const whole = join(dirname(path), tempName(randomBytes(8)))
  try {
    await write(fs, whole, record)
    return await fs.link(whole, path).then(
      () => true,
      (error: unknown) => (isTaken(error) ? false : createInPlace(fs, path, record))
    )
  } finally {
    // A disk that refuses once may not refuse twice; what stays all the same is swept like any file in the making.
    await unlinkIfThere(fs, whole).catch(() => unlinkIfThere(fs, whole).catch(() => {}))
  }
}

async function createInPlace(fs: VaultFs, path: string, record: LockRecord): Promise<boolean> {
  try {
    await write(fs, path, record)
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

async function write(fs: VaultFs, path: string, record: LockRecord): Promise<void> {
  const file = await fs.open(path, 'wx', 0o600)
  try {
    await writeAll(file, encodeLock(record), 0)
  } catch (error) {
    await fs.unlink(path).catch(() => {})
    throw error
  } finally {
    await file.close()
  }
}

const isTaken = (error: unknown): boolean => error instanceof VaultError && error.code === 'ALREADY_EXISTS'

/**
 * Removes a stale lock, under a lock of its own: of two that found the same stale lock, the slower would otherwise remove
 * the one that the faster has just taken. LOCKED_BY_OTHER when it is not stale.
 */
async function clearStale(fs: VaultFs, path: string, record: LockRecord): Promise<void> {
  const guard = `${path}.takeover`
  if (!(await create(fs, guard, record))) return clearGuard(fs, guard, record)
  try {
    const found = await readLock(fs, path)
    if (found === null) return
    // The guard was stamped just now, by the same clock as the lock: a file server's may differ from ours.
    const now = (await fs.stat(guard))?.modifiedAt ?? Date.now()
    if (!isStale(found, record, now, isOurs)) throw lockedBy(found.record)
    await unlinkIfThere(fs, path)
  } finally {
    await unlinkIfThere(fs, guard)
  }
}

/** A guard is held for a moment only; one whose process died in that moment is in the way of all that come later. */
async function clearGuard(fs: VaultFs, guard: string, record: LockRecord): Promise<void> {
  const found = await readLock(fs, guard)
  if (found === null) return
  if (isStale(found, record, Date.now(), isOurs)) await unlinkIfThere(fs, guard)
  else await new Promise((resolve) => setTimeout(resolve, MOMENT))
}

function heldLock(fs: VaultFs, path: string, record: LockRecord): FileLock {
  let confirmedAt = Date.now()
  const isHeld = async (): Promise<boolean> => (await readLock(fs, path))?.record?.id === record.id

  async function confirm(): Promise<void> {
    if (Math.abs(Date.now() - confirmedAt) < CONFIRMED_FOR) return
    // Somebody tidied it away: nobody else has it, so it is still ours to take.
    if (!(await isHeld()) && !(await create(fs, path, record))) throw await lockedByWhom(fs, path)
    confirmedAt = Date.now()
  }

  async function beat(): Promise<void> {
    if (await isHeld()) await rewrite(fs, path, record)
  }

  // A beat that fails is missed; the next one comes.
  const beating = setInterval(() => void beat().catch(() => {}), HEARTBEAT).unref()
  return {
    confirm,
    async release() {
      clearInterval(beating)
      try {
        if (await isHeld()) await unlinkIfThere(fs, path)
      } catch {
        // Stale as soon as this process ends.
      } finally {
        held.delete(record.id)
      }
    }
  }
}

/** The same bytes again: what counts is when the disk says that they were written. */
async function rewrite(fs: VaultFs, path: string, record: LockRecord): Promise<void> {
  const file = await fs.open(path, 'r+')
  try {
    await writeAll(file, encodeLock(record), 0)
  } finally {
    await file.close()
  }
}

async function lockedByWhom(fs: VaultFs, path: string): Promise<VaultError> {
  return lockedBy((await readLock(fs, path))?.record ?? null)
}

function lockedBy(record: LockRecord | null): VaultError {
  return new VaultError('LOCKED_BY_OTHER', { host: record?.host ?? '?', pid: record?.pid ?? 0 })
}

async function unlinkIfThere(fs: VaultFs, path: string): Promise<void> {
  try {
    await fs.unlink(path)
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'NOT_FOUND') throw error
  }
}
