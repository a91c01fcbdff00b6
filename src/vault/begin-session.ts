import type { VaultView } from '../shared/vault-views.ts'
import type { Environment } from './environment.ts'
import { asideFor, type Leaves } from './journal/journal-aside.ts'
import type { OpenedVault } from './opened-vault.ts'
import { abandonedClock, createMemory, sayRestored } from './remember-state.ts'
import { createSession, type Session } from './session.ts'
import { deviceIdOf, freshDeviceId } from './storage/device-id.ts'
import type { FileLock } from './storage/file-lock.ts'
import { createVaultStore } from './vault-store.ts'

export type Holding = {
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

/** A session on what was read: says in the vault what has to be said there, and remembers what was found. */
export async function beginSession(
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
