import { basename } from 'node:path'
import type { KdfNumbers } from '../core/crypto/kdf-params.ts'
import { VaultError } from '../core/errors.ts'
import { randomBytes } from '../core/random.ts'
import { VAULT_ITEM } from '../core/vault/change.ts'
import { createFoldedVault } from '../core/vault/fold.ts'
import { nextStamp } from '../core/vault/stamp.ts'
import type { VaultView } from '../shared/vault-views.ts'
import { compactIfGrown } from './compact-vault.ts'
import type { Environment } from './environment.ts'
import { asideFor, type Leaves } from './journal/journal-aside.ts'
import { newMasterPassword } from './keys/master-password.ts'
import { makeKeys, type NewKeys } from './keys/new-keys.ts'
import { type Credential, unlockHead } from './keys/unlock-head.ts'
import { calibrate } from './kdf/calibrate.ts'
import { loadVault, type OpenedVault } from './opened-vault.ts'
import { abandonedClock, createMemory, freshnessOf, isRemembered, sayRestored } from './remember-state.ts'
import { createSession, type Session } from './session.ts'
import { deviceIdOf, freshDeviceId } from './storage/device-id.ts'
import { type FileLock, takeLock } from './storage/file-lock.ts'
import type { Freshness } from './storage/freshness.ts'
import { readHead } from './storage/read-head.ts'
import { takeLockSoon } from './storage/take-lock-soon.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'
import { newVaultSecrets } from './vault-secrets.ts'
import { createVaultStore } from './vault-store.ts'

export type OpenRequest = {
  readonly path: string
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
  const head = await readHead(fs, path)
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
  return sessionOf(environment, opened, parts)
}

export type CreateRequest = {
  readonly path: string
  readonly name: string
  readonly masterPassword: string
  readonly withPhrase?: boolean
  readonly kdf?: KdfNumbers
}

/** A new vault, open. `recoveryPhrase` is empty where none was asked for. ALREADY_EXISTS, PASSWORD_TOO_SHORT. */
export async function createVault(
  environment: Environment,
  request: CreateRequest
): Promise<{ readonly session: Session; readonly recoveryPhrase: readonly string[] }> {
  newMasterPassword(request.masterPassword)[Symbol.dispose]()
  if ((await environment.fs.stat(request.path)) !== null) throw new VaultError('ALREADY_EXISTS')
  const made = await makeKeys({
    vaultId: randomBytes(16),
    keyEpoch: 1,
    masterPassword: request.masterPassword,
    kdf: request.kdf ?? environment.kdf ?? (await calibrate(environment.deriveKey)),
    phrase: request.withPhrase === false ? 'none' : 'new',
    deriveKey: environment.deriveKey
  })
  await writeEmpty(environment, request, made)
  const path = await environment.fs.realpath(request.path)
  const lock = await takeLock(environment.fs, path)
  try {
    const opened = await loadVault(environment.fs, path, made, 'write', confirming(lock))
    const session = await sessionOf(environment, opened, {
      lock,
      notices: [],
      isOlder: false,
      isAccepted: true,
      isKnown: true,
      keepUnsaved: true,
      leaves: 'nothing'
    })
    return { session, recoveryPhrase: made.words ?? [] }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function writeEmpty(
  environment: Environment,
  { path, name }: CreateRequest,
  { head, keys }: NewKeys
): Promise<void> {
  const scope = { key: keys.concealed, fingerprintKey: keys.fingerprint, ...head.header }
  const folded = createFoldedVault()
  const at = nextStamp(null, environment.now(), await deviceIdOf(environment.fs, environment.appFolder))
  const called = name.trim() === '' ? basename(path) : name.trim()
  folded.apply({ item: VAULT_ITEM, at, set: { name: called } })
  folded.apply(newVaultSecrets(scope, at))
  const source = { folded, loadDetails: async () => [], attachments: noAttachments }
  await writeSnapshot(environment.fs, { path, replace: false }, head, keys, source)
}

async function* noAttachments(): AsyncIterable<Uint8Array> {}

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

type Holding = {
  readonly lock: FileLock | null
  readonly notices: VaultView['notices']
  readonly isOlder: boolean
  /** This device has a mark of the vault in its file. */
  readonly isKnown: boolean
  readonly isAccepted: boolean
  readonly keepUnsaved: boolean
  /** What a session that does not hold the lock leaves of the journal. */
  readonly leaves: Leaves
}

async function sessionOf(
  environment: Environment,
  opened: OpenedVault,
  { lock, notices, isOlder: older, isAccepted, isKnown, keepUnsaved, leaves }: Holding
): Promise<Session> {
  const { fs, appFolder } = environment
  const { notice, tooNew } = opened.file
  const mayWrite = lock !== null && isAccepted && !opened.file.readOnly
  const goesOn = older && mayWrite
  const known = await deviceIdOf(fs, appFolder)
  // Under the old id a file that lacks what this device once said would look as if it had all of it.
  const isMarkLost = !isKnown && mayWrite && known in opened.folded.clock
  const device = goesOn || isMarkLost ? await freshDeviceId(fs, appFolder) : known
  const memory = createMemory(environment)
  const readOnly = lock === null || !isAccepted
  const store = createVaultStore(environment, { opened, readOnly, deviceId: device, memory })
  if (goesOn) {
    // Said under a device id of its own: what came after is given up.
    const abandoned = await abandonedClock(environment, opened)
    await store.save((_opened, at) => [sayRestored(at, abandoned)])
  }
  if (isAccepted && !older) memory.rememberFound(opened, opened.file.path)
  const all: VaultView['notices'] = [
    ...notices,
    ...(notice === null ? [] : [{ kind: 'tailSetAside' as const, ...notice }]),
    ...(tooNew ? [{ kind: 'tooNew' as const }] : [])
  ]
  const release = async (): Promise<void> => lock?.release()
  const aside = asideFor(environment, {
    store,
    memory,
    deviceId: device,
    leaves,
    isKnown,
    isGood: isAccepted && !older
  })
  return createSession(environment, { store, deviceId: device, notices: all, keepUnsaved, aside, release })
}
