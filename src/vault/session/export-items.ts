import type { ExportOutcome } from '../../shared/export-views.ts'
import type { ExportVaultRequest } from '../transfer/export-vault.ts'
import type { SessionContext } from './session-context.ts'

export type ExportItems = {
  exportItems(request: ExportVaultRequest): Promise<ExportOutcome>
}

export function exportItems({ environment, opened, journal }: SessionContext): ExportItems {
  return {
    async exportItems(request) {
      opened()
      // Formats are loaded when one is asked for: no other command, and no unlocking, waits for them.
      const { exportVault } = await import('../transfer/export-vault.ts')
      const done = await exportVault(environment, opened(), request)
      journal.note({ act: 'exported', format: request.format, items: done.items })
      return done
    }
  }
}
