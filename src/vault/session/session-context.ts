import { VaultError } from '../../core/errors.ts'
import type { Environment } from '../environment.ts'
import type { JournalAside } from '../journal/journal-aside.ts'
import { createJournalKeeper, type JournalKeeper } from '../journal/journal-keeper.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { createUndo, type Undo } from '../undo.ts'
import type { VaultStore } from '../vault-store.ts'

/** What every ability of a session is built on. */
export type SessionContext = {
  readonly environment: Environment
  readonly store: VaultStore
  readonly deviceId: string
  /** The vault as it is now. LOCKED once the session is. */
  readonly opened: () => OpenedVault
  /** As that of the store. LOCKED, READ_ONLY, STALE, NO_SPACE, …: nothing changed. */
  readonly save: VaultStore['save']
  /** As save, for what can be taken back. */
  readonly undo: Undo
  /** What is done with secrets is noted there. */
  readonly journal: JournalKeeper
  /** What an ability has open besides the vault is closed before it. */
  readonly onLock: (close: () => Promise<void>) => void
}

type Parts = { readonly store: VaultStore; readonly deviceId: string; readonly aside: JournalAside | null }

export function createSessionContext(
  environment: Environment,
  { store, deviceId, aside }: Parts,
  isLocked: () => boolean,
  onLock: SessionContext['onLock']
): SessionContext {
  const opened = (): OpenedVault => {
    if (isLocked()) throw new VaultError('LOCKED')
    return store.opened()
  }
  const save: VaultStore['save'] = async (build, reads, chunks) => {
    opened()
    await store.save(build, reads, chunks)
  }
  const journal = createJournalKeeper({ environment, store, deviceId, aside })
  onLock(journal.close)
  return { environment, store, deviceId, opened, save, onLock, undo: createUndo({ opened, save }), journal }
}
