import { VaultError } from '../core/errors.ts'
import type { Head } from '../core/format/header.ts'
import type { VaultView } from '../shared/vault-views.ts'
import { compactIfGrown } from './compact-vault.ts'
import type { Environment } from './environment.ts'
import { type Credential, unlockHead } from './keys/unlock-head.ts'
import { loadVault, type OpenedVault } from './opened-vault.ts'
import { freshnessOf, isRemembered } from './remember-state.ts'
import type { Session } from './session.ts'
import type { FileLock } from './storage/file-lock.ts'
import type { Freshness } from './storage/freshness.ts'
import { readHead } from './storage/read-head.ts'
import { takeLockSoon } from './storage/take-lock-soon.ts'

export type OpenRequest = {
  readonly path: string
  /** As it was read before a password was typed. */
  readonly head?: Head
  readonly credential: Credential
  readonly mode: 'read' | 'write'
  /** Goes on from a file that is older than what this device has seen; to write, it is said in the vault. */
  readonly acceptOlder?: boolean
  /** The window shows a vault that is older, or held by another program, read-only; a command refuses it. */
  readonly lenient?: boolean
  /** False for one that says at once what it could not save: nothing of it is kept for later. */
  readonly keepUnsaved?: boolean
}

/**
 * Unlocks a vault. WRONG_PASSWORD, VAULT_DAMAGED, LOCKED_BY_OTHER, VAULT_ROLLED_BACK { missingSince }, …; nothing is
 * left open on any failure.
 */
export async function openVault(environment: Environment, request: OpenRequest): Promise<Session> {
  const { fs } = environment
  const path = await fs.realpath(request.path)
  const head = await readHead(fs, path, request.head)
  const { lock, heldBy } = await lockFor(environment, path, request)
  try {
    const keys = await unlockHead(head, request.credential, environment)
    const mayWrite = async (read: Parameters<typeof freshnessOf>[1]) =>
      request.acceptOlder === true || !isOlder(await freshnessOf(environment, read))
    const options = { mayWrite, ...confirming(lock) }
    const read = await loadVault(fs, path, { head, keys }, lock === null ? 'read' : 'write', options)
    const opened = await compactIfGrown(environment, read, options)
    try {
      return await begin(environment, opened, { request, lock, heldBy })
    } catch (error) {
      await opened.close()
      throw error
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

const isOlder = (freshness: Freshness) => typeof freshness === 'object'
const confirming = (lock: FileLock | null) => (lock === null ? {} : { beforeAppend: lock.confirm })

type Beginning = { readonly request: OpenRequest; readonly lock: FileLock | null; readonly heldBy: Held | null }

/** Judges what was read against what this device has seen, and makes a session of it. */
async function begin(
  environment: Environment,
  opened: OpenedVault,
  { request, lock, heldBy }: Beginning
): Promise<Session> {
  const freshness = await freshnessOf(environment, opened)
  const older = typeof freshness === 'object' ? freshness : null
  if (older !== null && !request.acceptOlder && !request.lenient) {
    throw new VaultError('VAULT_ROLLED_BACK', { missingSince: older.missingSince })
  }
  const notices: VaultView['notices'] = [
    ...(heldBy === null ? [] : [heldBy]),
    ...(older === null || request.acceptOlder
      ? []
      : [{ kind: 'rolledBack' as const, missingSince: older.missingSince }]),
    ...(freshness === 'unknown' && lock !== null ? [{ kind: 'freshnessUnknown' as const }] : [])
  ]
  const accepted = older === null || request.acceptOlder === true
  const keepUnsaved = request.keepUnsaved ?? true
  const isKnown = await isRemembered(environment, opened)
  // Where not even a lock can be written, what is done is not noted either.
  const leaves = request.mode === 'read' ? 'saves' : heldBy === null ? 'nothing' : 'notes'
  const parts = { lock, notices, isOlder: older !== null, isAccepted: accepted, isKnown, keepUnsaved, leaves } as const
  // Late: what a session is made of need not stand in memory beside what deriving the key takes.
  const { beginSession } = await import('./begin-session.ts')
  return beginSession(environment, opened, parts)
}

type Held = Extract<VaultView['notices'][number], { kind: 'heldByOther' }>

const NOT_WRITABLE: ReadonlySet<string> = new Set(['READ_ONLY', 'PERMISSION', 'NO_SPACE'])

async function lockFor(
  environment: Environment,
  path: string,
  { mode, lenient }: OpenRequest
): Promise<{ readonly lock: FileLock | null; readonly heldBy: Held | null }> {
  if (mode === 'read') return { lock: null, heldBy: null }
  try {
    return { lock: await takeLockSoon(environment.fs, path), heldBy: null }
  } catch (error) {
    if (!lenient || !(error instanceof VaultError)) throw error
    // Where not even a lock can be written nothing else can: the vault is shown, as on a stick that is write-protected.
    if (NOT_WRITABLE.has(error.code)) return { lock: null, heldBy: null }
    if (error.code !== 'LOCKED_BY_OTHER') throw error
    const { host, pid } = error.detail
    return { lock: null, heldBy: { kind: 'heldByOther', host: String(host), pid: Number(pid) } }
  }
}
