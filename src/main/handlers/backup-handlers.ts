import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import type { BackupView, FoundBackup } from '../../shared/vault-views.ts'
import type { VaultParts } from './vault-handlers.ts'

type Served =
  | 'backup.list'
  | 'backup.makeNow'
  | 'backup.export'
  | 'backup.check'
  | 'backup.restore'
  | 'backup.forDamaged'

export function backupHandlers({ client, session, handles, dialogs, marks }: VaultParts): Handlers<Served> {
  const view = ({ path, ...facts }: FoundBackup): BackupView => ({ handle: handles.issue(path).handle, ...facts })
  return {
    'backup.list': async () => (await client.ask('backup.found', undefined)).map(view),
    'backup.makeNow': async () => view(await client.ask('backup.make', undefined)),
    'backup.export': async (passwords) => {
      const vault = session.openPath()
      if (vault === null) throw new VaultError('LOCKED')
      const target = await dialogs.chooseExportTarget(vault)
      if (target === null) return null
      const written = await client.ask('backup.write', { target, ...passwords })
      return { file: handles.issue(target), ...written }
    },
    'backup.check': ({ file, password }) => session.askOnce('backup.inspect', { path: handles.pathOf(file), password }),
    'backup.restore': async ({ file, password }) => {
      const backup = handles.pathOf(file)
      const target = await dialogs.chooseRestoreTarget(session.openPath())
      if (target === null) return null
      return session.open('backup.putBack', target, { backup, target, password, ...(await marks.findFor(backup)) })
    },
    'backup.forDamaged': async ({ file }) => {
      const found = await session.askOnce('backup.foundFor', { path: handles.pathOf(file) })
      return found.map(view)
    }
  }
}
