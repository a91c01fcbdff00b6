import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import type { Dialogs } from '../dialogs.ts'
import type { FileHandles } from '../file-handles.ts'
import type { MainSession } from '../session.ts'
import type { VaultClient } from '../vault-client.ts'

export type ExportParts = {
  readonly client: Pick<VaultClient, 'ask'>
  readonly session: Pick<MainSession, 'openPath'>
  readonly handles: FileHandles
  readonly dialogs: Pick<Dialogs, 'chooseExportFile'>
}

export function exportHandlers({ client, session, handles, dialogs }: ExportParts): Handlers<'export.write'> {
  return {
    'export.write': async (request) => {
      const vault = session.openPath()
      if (vault === null) throw new VaultError('LOCKED')
      const target = await dialogs.chooseExportFile(vault, request.format)
      if (target === null) return null
      const outcome = await client.ask('export.writeFile', { target, ...request })
      return { file: handles.issue(target), ...outcome }
    }
  }
}
