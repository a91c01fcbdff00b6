import type { ExportOutcome } from '../../shared/export-views.ts'
import type { ExportVaultRequest } from '../transfer/export-vault.ts'
import type { SessionContext } from './session-context.ts'

export type ExportItems = {
  exportItems(request: ExportVaultRequest): Promise<ExportOutcome>
}

export function exportItems({ environment, opened }: SessionContext): ExportItems {
  return {
    async exportItems(request) {
      opened()
      // Formats are loaded when one is asked for: no other command, and no unlocking, waits for them.
      const { exportVault } = await import('../transfer/export-vault.ts')
      return exportVault(environment, opened(), request)
    }
  }
}
