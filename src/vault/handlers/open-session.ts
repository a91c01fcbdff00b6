import { VaultError } from '../../core/errors.ts'
import type { VaultView } from '../../shared/vault-views.ts'
import type { Environment } from '../environment.ts'
import { prepareInIdle } from '../list/prepare-in-idle.ts'
import { makeBackupIfDue } from '../make-backup.ts'
import { compactWhenGrown } from '../compact-when-grown.ts'
import type { SendEvent } from '../serve-contract.ts'
import { followJournal } from '../journal/follow-journal.ts'
import type { Session } from '../session.ts'
import { countUnsaved } from '../session/save-again.ts'
import { createQuiet, type Quiet } from './quiet.ts'
import { emptyOldTrash } from '../trash.ts'
import { type Watch, watchFile } from '../watch-file.ts'

/** The one vault that this process has open, if any. */
export type OpenSession = {
  /** LOCKED while none is open. */
  readonly session: () => Session
  /** Goes on with a newly opened vault; one that was open is locked first. */
  readonly become: (session: Session) => Promise<VaultView>
  readonly close: () => Promise<void>
  /** Somebody asked for something: what nobody waits for gives way. */
  readonly asked: () => void
  /** Tells the page that lists and details have to be read anew. */
  readonly tellChanged: () => void
}

export function createOpenSession(environment: Environment, send: SendEvent): OpenSession {
  let current: Session | null = null
  let watch: Watch | null = null
  const quiet = createQuiet()
  const session = (): Session => {
    if (current === null) throw new VaultError('LOCKED')
    return current
  }

  async function close(): Promise<void> {
    const before = current
    current = null
    watch?.stop()
    watch = null
    await before?.lock()
  }

  async function become(next: Session): Promise<VaultView> {
    if (current !== next) await close()
    current = next
    watch = follow(environment, next, { send, quiet })
    void finishOpening(environment, next, { send, quiet })
    return next.view()
  }

  const tellChanged = (): void => send('vault.changed', { items: session().view().items, by: 'work' })
  return { session, become, close, asked: quiet.asked, tellChanged }
}

type Told = { readonly send: SendEvent; readonly quiet: Quiet }

/** What happens to the vault unasked: another program's changes, and saves that the disk did not take. */
function follow({ fs }: Environment, session: Session, { send, quiet }: Told): Watch {
  const { store, verify } = session
  const journal = followJournal(session, () => send('journal.changed', {}))
  const compacting = compactWhenGrown(store)
  store.listen((event) => {
    if (event.is === 'unsaved') return send('vault.unsaved', countUnsaved(store))
    send('vault.changed', { items: event.items, by: event.by })
    // Notes and open fields of what came in join the search.
    void verify(undefined, quiet.idle).catch(() => {})
  })
  const watching = watchFile(fs, store, (code) => send('vault.fileTrouble', { code }))
  return {
    stop() {
      compacting.stop()
      journal.stop()
      watching.stop()
    }
  }
}

/** What may come after the list is on the screen: every frame is authenticated, notes join the search, a backup is made. */
async function finishOpening(environment: Environment, session: Session, { send, quiet }: Told): Promise<void> {
  try {
    // The first rows came with the vault; what the page asks for when it draws them goes before.
    await quiet.settled()
    await prepareInIdle(session)
    const { frames } = await session.verify(undefined, quiet.idle)
    send('vault.verified', { frames })
    await quiet.idle()
    await makeBackupIfDue(environment, session)
    // Behind the backup, so that one more copy still holds what goes for good.
    const purged = await emptyOldTrash(session.store)
    if (purged > 0) send('vault.changed', { items: session.view().items, by: 'work' })
  } catch (error) {
    if (error instanceof VaultError && error.code === 'VAULT_DAMAGED')
      send('vault.damageFound', { offset: Number(error.detail['offset'] ?? 0) })
    // Locked meanwhile, or no room for a backup: the list of backups shows the date of the last one that was verified.
  }
}
