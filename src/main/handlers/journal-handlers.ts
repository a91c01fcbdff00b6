import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import type { Dialogs } from '../dialogs.ts'
import type { FileHandles } from '../file-handles.ts'
import type { MainSession } from '../session.ts'
import type { VaultClient } from '../vault-client.ts'

export type JournalParts = {
  readonly client: Pick<VaultClient, 'ask'>
  readonly session: Pick<MainSession, 'openPath'>
  readonly handles: FileHandles
  readonly dialogs: Pick<Dialogs, 'chooseJournalFile'>
}

export function journalHandlers({ client, session, handles, dialogs }: JournalParts): Handlers<'journal.saveCsv'> {
  return {
    'journal.saveCsv': async ({ filter }) => {
      const vault = session.openPath()
      if (vault === null) throw new VaultError('LOCKED')
      const target = await dialogs.chooseJournalFile(vault)
      if (target === null) return null
      await client.ask('journal.writeCsv', { target, filter })
      return handles.issue(target)
    }
  }
}
