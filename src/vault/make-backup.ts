import type { FoundBackup } from '../shared/vault-views.ts'
import type { Environment } from './environment.ts'
import type { Session } from './session.ts'
import type { VaultStore } from './vault-store.ts'
import { listBackups, makeBackup as writeFile } from './storage/backups.ts'

/** A verified copy of the vault under its own keys, in the folder beside it; older ones are thinned out. */
export async function makeBackup(environment: Environment, { store }: Session): Promise<FoundBackup> {
  return writeBackup(environment, store)
}

export async function writeBackup(environment: Environment, store: VaultStore): Promise<FoundBackup> {
  const { head, keys, folded, file } = store.opened()
  const source = { folded, loadDetails: file.loadDetails, attachments: file.readAttachment }
  const place = { vaultPath: file.path, vaultId: head.header.vaultId }
  return environment.runJob('backup', ({ report, signal }) =>
    writeFile(environment.fs, place, head, keys, source, { onProgress: report, signal, now: environment.now() })
  )
}

const DAY = 24 * 60 * 60 * 1000

/** One a day is enough to lose no more than a day; the newest ten and the weeks behind are what the folder keeps. */
export async function makeBackupIfDue(environment: Environment, session: Session): Promise<void> {
  const { head, file } = session.store.opened()
  const found = await listBackups(environment.fs, { vaultPath: file.path, vaultId: head.header.vaultId })
  const newest = Math.max(0, ...found.map(({ at }) => at))
  if (environment.now() - newest >= DAY) await makeBackup(environment, session)
}
