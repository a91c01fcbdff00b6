import { basename, dirname, join } from 'node:path'
import { VaultError } from '../core/errors.ts'
import type { Environment, Job } from './environment.ts'
import { unlockHead } from './keys/unlock-head.ts'
import { type OpenRequest, openVault } from './open-vault.ts'
import { loadVault } from './opened-vault.ts'
import { missingFrom } from './remember-state.ts'
import type { Session } from './session.ts'
import { takeLock } from './storage/file-lock.ts'
import { readHead } from './storage/read-head.ts'
import { checkSidecars } from './storage/sidecars.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'

export type RestoreRequest = { readonly backup: string; readonly target: string; readonly password: string }
export type Restored = {
  readonly session: Session
  /** Where the vault that was there is now; null when there was none. */
  readonly keptAs: string | null
  /** Since when, in milliseconds since 1970, saves that this device has seen are not in the backup; null: none is missing. */
  readonly missingSince: number | null
}
type Placed = Omit<Restored, 'session'>

/**
 * Checks a backup through, keeps the vault that stands at the target beside it, and puts the backup in its place.
 * `beforeSwap` lets the window close that vault once the password has proved right. WRONG_PASSWORD, BACKUP_DAMAGED,
 * VAULT_DAMAGED, LOCKED_BY_OTHER: nothing changed.
 */
export async function restoreBackup(
  environment: Environment,
  request: RestoreRequest,
  beforeSwap: () => Promise<void> = async () => {}
): Promise<Restored> {
  const credential = { masterPassword: request.password }
  const placed = await environment.runJob('restore', (job) => putInPlace(environment, request, beforeSwap, job))
  // Going back is what was asked for: this device has seen more, and the vault says from now on that it goes on from here.
  const opening = { path: request.target, credential, mode: 'write', acceptOlder: true, lenient: true } as const
  const session = await openRestored(environment, opening)
  session.journal.note({ act: 'restored' })
  return { session, ...placed }
}

/** It is in place by now: a disk that it has filled to the brim shows it to read, and nothing that was done is called failed. */
async function openRestored(environment: Environment, opening: OpenRequest): Promise<Session> {
  try {
    return await openVault(environment, opening)
  } catch (error) {
    if (!(error instanceof VaultError) || error.code !== 'NO_SPACE') throw error
    return openVault(environment, { ...opening, mode: 'read' })
  }
}

async function putInPlace(
  environment: Environment,
  { backup, target, password }: RestoreRequest,
  beforeSwap: () => Promise<void>,
  { report, signal }: Job
): Promise<Placed> {
  const { fs } = environment
  await checkSidecars(fs, backup)
  const head = await readHead(fs, backup)
  const keys = await unlockHead(head, { masterPassword: password }, environment)
  const opened = await loadVault(fs, backup, { head, keys }, 'read')
  try {
    if (opened.file.notice !== null) throw new VaultError('BACKUP_DAMAGED')
    await opened.file.verify({ signal })
    const missingSince = await missingFrom(environment, opened)
    await beforeSwap()
    const present = await fs.stat(target)
    const lock = present === null ? null : await takeLock(fs, await fs.realpath(target))
    try {
      const keptAs = present === null ? null : await freeName(environment, await fs.realpath(target))
      const source = {
        folded: opened.folded,
        loadDetails: opened.file.loadDetails,
        attachments: opened.file.readAttachment
      }
      const options = { onProgress: report, signal, ...(keptAs === null ? {} : { keepAs: keptAs }) }
      await writeSnapshot(fs, { path: target, replace: present !== null }, opened.head, opened.keys, source, options)
      return { keptAs, missingSince }
    } finally {
      await lock?.release()
    }
  } finally {
    await opened.close()
  }
}

/** `Work before restore 2026-11-25 14.02.31.coffer`, beside the vault. */
async function freeName({ fs, now }: Environment, target: string): Promise<string> {
  const time = new Date(now()).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')
  const name = basename(target).replace(/\.coffer$/i, '')
  for (let count = 1; ; count++) {
    const path = join(dirname(target), `${name} before restore ${time}${count === 1 ? '' : ` (${count})`}.coffer`)
    if ((await fs.stat(path)) === null) return path
  }
}
